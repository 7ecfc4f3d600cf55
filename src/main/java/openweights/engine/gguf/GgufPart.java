package openweights.engine.gguf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.engine.weights.StoredFile;
import openweights.engine.weights.StoredTensor;

/** One file of a GGUF model. */
public final class GgufPart {

    private final StoredFile file;
    private final GgufHeader header;
    private final List<StoredTensor> tensors;

    private GgufPart(StoredFile file, GgufHeader header) {
        this.file = file;
        this.header = header;
        this.tensors =
                header.tensors().stream()
                        .map(info -> file.tensor(info, header.dataStart()))
                        .toList();
    }

    static GgufPart open(Path path) throws IOException {
        StoredFile file = StoredFile.of(path);
        return new GgufPart(file, GgufReader.read(path));
    }

    public Path file() {
        return file.path();
    }

    public GgufHeader header() {
        return header;
    }

    /** The tensors, in the order of their bytes. */
    public List<StoredTensor> tensors() {
        return tensors;
    }

    void requireUnchanged() {
        file.requireUnchanged();
    }
}
