package openweights.engine.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import openweights.base.Sha256;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.DType;
import openweights.engine.weights.Npy;
import openweights.engine.weights.Part;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.Statistics;
import openweights.engine.weights.StoredTensor;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a file or folder of weights.
 *
 * @param parameters how many numbers are learned: all but those of masks and tables
 */
public record Inspection(
        String path,
        List<FileEntry> files,
        List<TensorEntry> tensors,
        long parameters,
        Map<Part, Sum> parts,
        Map<DType, Sum> dtypes) {

    /**
     * @param sha256 null if it was not asked for
     */
    public record FileEntry(
            String file, long bytes, Map<String, String> metadata, @Nullable String sha256) {}

    /**
     * @param offset from the start of the file
     * @param sha256 null if it was not asked for, as is statistics
     */
    public record TensorEntry(
            String name,
            Part part,
            DType dtype,
            List<Long> shape,
            long bytes,
            String file,
            long offset,
            @Nullable String sha256,
            @Nullable Statistics statistics) {

        long numbers() {
            return shape.stream().reduce(1L, (a, b) -> a * b);
        }
    }

    /** Some tensors together. */
    public record Sum(long tensors, long numbers, long bytes) {

        private static final Sum NONE = new Sum(0, 0, 0);

        private static Sum of(TensorEntry tensor) {
            return new Sum(1, tensor.numbers(), tensor.bytes());
        }

        private Sum plus(Sum other) {
            return new Sum(tensors + other.tensors, numbers + other.numbers, bytes + other.bytes);
        }
    }

    public static Inspection of(Path path, boolean hash, boolean tensorHashes, boolean statistics)
            throws IOException {
        if (path.toString().endsWith(".npy")) {
            return of(path, hash, tensorHashes, statistics, Npy.open(path));
        }
        Checkpoint checkpoint = Checkpoint.open(path);
        List<FileEntry> files = new ArrayList<>();
        for (Safetensors shard : checkpoint.shards()) {
            files.add(file(shard.file(), shard.metadata(), hash));
        }
        List<TensorEntry> tensors = new ArrayList<>();
        for (StoredTensor tensor : checkpoint.tensors()) {
            tensors.add(
                    new TensorEntry(
                            tensor.name(),
                            Part.of(tensor.name()),
                            tensor.dtype(),
                            tensor.info().shape(),
                            tensor.byteSize(),
                            tensor.file().getFileName().toString(),
                            tensor.fileOffset(),
                            tensorHashes ? tensor.sha256() : null,
                            statistics && tensor.dtype().readsAsFloat()
                                    ? tensor.statistics()
                                    : null));
        }
        return of(path, files, tensors);
    }

    private static Inspection of(
            Path path, boolean hash, boolean tensorHash, boolean statistics, Npy array)
            throws IOException {
        String name = path.getFileName().toString();
        TensorEntry tensor =
                new TensorEntry(
                        name,
                        Part.OTHER,
                        array.header().dtype(),
                        array.header().shape(),
                        Files.size(path) - array.header().dataStart(),
                        name,
                        array.header().dataStart(),
                        tensorHash ? array.sha256() : null,
                        statistics && array.header().dtype().readsAsFloat()
                                ? array.statistics()
                                : null);
        Map<String, String> order =
                Map.of(
                        "order",
                                array.header().fortranOrder()
                                        ? "first axis fastest"
                                        : "last axis fastest",
                        "bytes", array.header().bigEndian() ? "highest first" : "lowest first",
                        "version", array.header().version() + ".0");
        return of(path, List.of(file(path, new TreeMap<>(order), hash)), List.of(tensor));
    }

    private static Inspection of(Path path, List<FileEntry> files, List<TensorEntry> tensors) {
        long parameters =
                tensors.stream()
                        .filter(tensor -> tensor.part().learned())
                        .mapToLong(TensorEntry::numbers)
                        .sum();
        return new Inspection(
                path.toString(),
                files,
                tensors,
                parameters,
                sums(tensors, TensorEntry::part),
                sums(tensors, TensorEntry::dtype));
    }

    private static FileEntry file(Path file, Map<String, String> metadata, boolean hash)
            throws IOException {
        String name = file.getFileName().toString();
        return new FileEntry(name, Files.size(file), metadata, hash ? Sha256.of(file) : null);
    }

    private static <K> Map<K, Sum> sums(List<TensorEntry> tensors, Function<TensorEntry, K> key) {
        return tensors.stream()
                .collect(
                        Collectors.groupingBy(
                                key,
                                TreeMap::new,
                                Collectors.reducing(Sum.NONE, Sum::of, Sum::plus)));
    }
}
