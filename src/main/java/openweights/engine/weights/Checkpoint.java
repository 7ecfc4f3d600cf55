package openweights.engine.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All weights of a model: one safetensors file, or several with an index.
 *
 * <pre>{@code
 * Checkpoint weights = Checkpoint.open(Path.of("lessons/models/seedling"));
 * StoredTensor norm = weights.tensor("model.norm.weight");
 * }</pre>
 */
public final class Checkpoint {

    private static final String SINGLE = "model.safetensors";

    private final Path path;
    private final List<Safetensors> shards;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    private Checkpoint(Path path, List<Safetensors> shards) {
        this.path = path;
        this.shards = List.copyOf(shards);
        for (Safetensors shard : shards) {
            for (StoredTensor tensor : shard.tensors()) {
                requireNew(tensor, shard);
            }
        }
    }

    /**
     * Opens a safetensors file, an index of shards, or a folder that holds either.
     *
     * @throws SafetensorsException if a file breaks a rule of the format, or the shards disagree
     *     with their index
     */
    public static Checkpoint open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return open(weightsIn(path));
        }
        if (path.getFileName().toString().endsWith(".index.json")) {
            return sharded(path);
        }
        return new Checkpoint(path, List.of(Safetensors.open(path)));
    }

    /** The file or the index that was opened. */
    public Path path() {
        return path;
    }

    /** The files, sorted by name; a single one if the model is not sharded. */
    public List<Safetensors> shards() {
        return shards;
    }

    /** All tensors, file by file. */
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
        return Names.find(tensors, name, path);
    }

    /**
     * Takes a few microseconds per file.
     *
     * @throws SafetensorsException if a file has changed since it was opened
     */
    public void requireUnchanged() {
        shards.forEach(Safetensors::requireUnchanged);
    }

    /** Bytes of all tensors together. */
    public long byteSize() {
        return tensors.values().stream().mapToLong(StoredTensor::byteSize).sum();
    }

    @Override
    public String toString() {
        return path + ": " + tensors.size() + " tensors in " + shards.size() + " file(s)";
    }

    private void requireNew(StoredTensor tensor, Safetensors shard) {
        StoredTensor other = tensors.put(tensor.name(), tensor);
        if (other != null) {
            throw new SafetensorsException(
                    Fault.TENSOR_IN_TWO_SHARDS,
                    shard.file(),
                    tensor.name(),
                    tensor.fileOffset(),
                    "is in " + other.file().getFileName() + " too");
        }
    }

    private static Checkpoint sharded(Path indexFile) throws IOException {
        ShardIndex index = ShardIndex.read(indexFile);
        List<Safetensors> shards = new ArrayList<>();
        for (String name : new TreeSet<>(index.files().values())) {
            shards.add(shard(indexFile, name));
        }
        Checkpoint checkpoint = new Checkpoint(indexFile, shards);
        index.files().forEach(checkpoint::requireIn);
        return checkpoint;
    }

    private static Safetensors shard(Path index, String name) throws IOException {
        Path file = index.resolveSibling(name);
        try {
            return Safetensors.open(file);
        } catch (NoSuchFileException missing) {
            throw new SafetensorsException(
                    Fault.SHARD_MISSING,
                    file,
                    null,
                    0,
                    "the file is missing, but " + index.getFileName() + " names it");
        }
    }

    private void requireIn(String tensor, String file) {
        StoredTensor found = tensors.get(tensor);
        if (found == null || !found.file().getFileName().toString().equals(file)) {
            throw new SafetensorsException(
                    Fault.SHARD_LACKS_TENSOR,
                    path,
                    tensor,
                    0,
                    "should be in " + file + " but is not");
        }
    }

    private static Path weightsIn(Path folder) throws IOException {
        List<Path> standard = List.of(folder.resolve(ShardIndex.NAME), folder.resolve(SINGLE));
        for (Path file : standard) {
            if (Files.exists(file)) {
                return file;
            }
        }
        List<Path> others = safetensorsIn(folder);
        if (others.size() == 1) {
            return others.get(0);
        }
        throw new SafetensorsException(
                Fault.NO_WEIGHTS,
                folder,
                null,
                0,
                "the folder has neither "
                        + ShardIndex.NAME
                        + " nor "
                        + SINGLE
                        + (others.isEmpty() ? "" : ", and several other .safetensors files"));
    }

    private static List<Path> safetensorsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".safetensors")).sorted().toList();
        }
    }
}
