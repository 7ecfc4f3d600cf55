package openweights.engine.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A safetensors file. Opening it reads only the header, however large the file is, and keeps
 * nothing open.
 *
 * <pre>{@code
 * Safetensors file = Safetensors.open(Path.of("model.safetensors"));
 * float[] norm = file.tensor("model.norm.weight").floats();
 * }</pre>
 */
public final class Safetensors {

    private final Path file;
    private final Header header;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    private Safetensors(Path file, Header header, FileStamp stamp) {
        this.file = file;
        this.header = header;
        for (TensorInfo info : header.tensors()) {
            long offset = header.dataStart() + info.begin();
            FileRegion region = new FileRegion(file, stamp, offset, info.byteSize());
            tensors.put(info.name(), new StoredTensor(info, region));
        }
    }

    /**
     * Opens a file, or refuses it before any of its numbers is read.
     *
     * @throws SafetensorsException if it breaks a rule of the format
     */
    public static Safetensors open(Path file) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        return new Safetensors(file, HeaderReader.read(file), stamp);
    }

    public Path file() {
        return file;
    }

    public Header header() {
        return header;
    }

    /** Free text from the writer, by key. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** All tensors, in the order of their bytes in the file. */
    public Collection<StoredTensor> tensors() {
        return Collections.unmodifiableCollection(tensors.values());
    }

    /** Whether there is a tensor of that name. */
    public boolean contains(String name) {
        return tensors.containsKey(name);
    }

    /**
     * The tensor of that name.
     *
     * @throws java.util.NoSuchElementException if there is none; the message lists similar names
     */
    public StoredTensor tensor(String name) {
        return Names.find(tensors, name, file);
    }

    /**
     * @throws SafetensorsException if the file has changed since it was opened
     */
    public void requireUnchanged() {
        tensors.values().stream()
                .findFirst()
                .ifPresent(tensor -> tensor.region().requireUnchanged());
    }

    @Override
    public String toString() {
        return file.getFileName() + ": " + tensors.size() + " tensors";
    }
}
