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

    private final StoredFile file;
    private final Header header;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    private Safetensors(StoredFile file, Header header) {
        this.file = file;
        this.header = header;
        for (TensorInfo info : header.tensors()) {
            tensors.put(info.name(), file.tensor(info, header.dataStart()));
        }
    }

    /**
     * Opens a file, or refuses it before any of its numbers is read.
     *
     * @throws SafetensorsException if it breaks a rule of the format
     */
    public static Safetensors open(Path file) throws IOException {
        StoredFile stored = StoredFile.of(file);
        return new Safetensors(stored, HeaderReader.read(file));
    }

    public Path file() {
        return file.path();
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
        return Names.find(tensors, name, file());
    }

    /**
     * @throws SafetensorsException if the file has changed since it was opened
     */
    public void requireUnchanged() {
        file.requireUnchanged();
    }

    @Override
    public String toString() {
        return file().getFileName() + ": " + tensors.size() + " tensors";
    }
}
