package openweights.engine.weights;

import java.io.IOException;
import java.nio.file.Path;

/** A file as it was when it was opened; what has changed since is not read as its tensors. */
public final class StoredFile {

    private final Path path;
    private final FileStamp stamp;

    private StoredFile(Path path, FileStamp stamp) {
        this.path = path;
        this.stamp = stamp;
    }

    /**
     * Remembers the file's size, time and identity; call it before its header is read.
     *
     * @throws IOException if there is no such file, or it is something without a known size
     */
    public static StoredFile of(Path path) throws IOException {
        return new StoredFile(path, FileStamp.of(path));
    }

    public Path path() {
        return path;
    }

    /** Bytes of the file. */
    public long size() {
        return stamp.size();
    }

    /**
     * A tensor of the file.
     *
     * @param dataStart what its place counts from, in bytes from the start of the file
     */
    public StoredTensor tensor(TensorInfo info, long dataStart) {
        return new StoredTensor(info, region(dataStart + info.begin(), info.byteSize()));
    }

    /**
     * @throws SafetensorsException if the file has changed since
     */
    public void requireUnchanged() {
        region(0, 0).requireUnchanged();
    }

    private FileRegion region(long offset, long size) {
        return new FileRegion(path, stamp, offset, size);
    }
}
