package openweights.engine.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import openweights.base.Sha256;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufPart;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.DType;
import openweights.engine.weights.Npy;
import openweights.engine.weights.NpyHeader;
import openweights.engine.weights.Part;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.Statistics;
import openweights.engine.weights.StoredTensor;
import openweights.engine.weights.WeightsException;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a weights file, or of a folder that holds a model.
 *
 * @param path what was inspected
 * @param parameters how many numbers are learned: all except those of masks, tables, and scales; a
 *     matrix in blocks counts with the numbers that it stands for
 * @param parts sums by part of the network
 * @param dtypes sums by type of number
 */
public record Inspection(
        String path,
        List<FileEntry> files,
        List<TensorEntry> tensors,
        long parameters,
        Map<Part, Sum> parts,
        Map<DType, Sum> dtypes) {

    /** Details that require reading the whole file. */
    public enum Detail {
        FILE_HASHES,
        TENSOR_HASHES,
        STATISTICS;

        /** What these two ask for. */
        public static Set<Detail> of(Optional<Hashes> hashes, boolean statistics) {
            Set<Detail> details = EnumSet.noneOf(Detail.class);
            hashes.ifPresent(covered -> details.addAll(covered.details));
            if (statistics) {
                details.add(STATISTICS);
            }
            return details;
        }
    }

    /** Of what there are to be hashes. */
    public enum Hashes {
        FILES(Detail.FILE_HASHES),
        /** And of the files. */
        TENSORS(Detail.FILE_HASHES, Detail.TENSOR_HASHES);

        private final Set<Detail> details;

        Hashes(Detail... details) {
            this.details = Set.of(details);
        }
    }

    /**
     * One file.
     *
     * @param metadata free text by key; for a .npy file, what its header says
     * @param sha256 null unless {@link Detail#FILE_HASHES} was requested
     */
    public record FileEntry(
            String file, long bytes, Map<String, String> metadata, @Nullable String sha256) {}

    /**
     * One tensor.
     *
     * @param bytes its size in the file
     * @param offset in bytes from the start of the file
     * @param sha256 of its bytes; null unless {@link Detail#TENSOR_HASHES} was requested
     * @param statistics null unless {@link Detail#STATISTICS} was requested and the type reads as
     *     float
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

    /** Totals of some tensors. */
    public record Sum(long tensors, long numbers, long bytes) {

        private static final Sum NONE = new Sum(0, 0, 0);

        private static Sum of(TensorEntry tensor) {
            return new Sum(1, tensor.numbers(), tensor.bytes());
        }

        private Sum plus(Sum other) {
            return new Sum(tensors + other.tensors, numbers + other.numbers, bytes + other.bytes);
        }
    }

    /**
     * Inspects a safetensors file, an index of shards, a folder that holds either, a GGUF file, or
     * a .npy file.
     *
     * @throws WeightsException if a file breaks a rule of its format
     */
    public static Inspection of(Path path, Set<Detail> details) throws IOException {
        if (path.toString().endsWith(".npy")) {
            return of(path, Npy.open(path), details);
        }
        Optional<Path> gguf = Gguf.at(path);
        return gguf.isPresent()
                ? of(path, Gguf.open(gguf.get()), details)
                : of(path, Checkpoint.open(path), details);
    }

    private static Inspection of(Path path, Gguf model, Set<Detail> details) throws IOException {
        List<FileEntry> files = new ArrayList<>();
        for (GgufPart part : model.parts()) {
            files.add(file(part.file(), MetadataText.of(part.header()), details));
        }
        List<TensorEntry> tensors =
                model.tensors().stream().map(tensor -> entry(tensor, details)).toList();
        return of(path, files, tensors);
    }

    private static Inspection of(Path path, Checkpoint checkpoint, Set<Detail> details)
            throws IOException {
        List<FileEntry> files = new ArrayList<>();
        for (Safetensors shard : checkpoint.shards()) {
            files.add(file(shard.file(), shard.metadata(), details));
        }
        List<TensorEntry> tensors =
                checkpoint.tensors().stream().map(tensor -> entry(tensor, details)).toList();
        return of(path, files, tensors, StoredParameters.of(checkpoint));
    }

    private static TensorEntry entry(StoredTensor tensor, Set<Detail> details) {
        return new TensorEntry(
                tensor.name(),
                Part.of(tensor.name()),
                tensor.dtype(),
                tensor.info().shape(),
                tensor.byteSize(),
                tensor.file().getFileName().toString(),
                tensor.fileOffset(),
                details.contains(Detail.TENSOR_HASHES) ? tensor.sha256() : null,
                readsNumbers(tensor.dtype(), details) ? tensor.statistics() : null);
    }

    private static Inspection of(Path path, Npy array, Set<Detail> details) throws IOException {
        String name = path.getFileName().toString();
        NpyHeader header = array.header();
        TensorEntry tensor =
                new TensorEntry(
                        name,
                        Part.OTHER,
                        header.dtype(),
                        header.shape(),
                        Files.size(path) - header.dataStart(),
                        name,
                        header.dataStart(),
                        details.contains(Detail.TENSOR_HASHES) ? array.sha256() : null,
                        readsNumbers(header.dtype(), details) ? array.statistics() : null);
        Map<String, String> metadata =
                Map.of(
                        "order", header.fortranOrder() ? "first axis fastest" : "last axis fastest",
                        "bytes", header.bigEndian() ? "highest first" : "lowest first",
                        "version", header.version() + ".0");
        return of(path, List.of(file(path, new TreeMap<>(metadata), details)), List.of(tensor));
    }

    private static boolean readsNumbers(DType dtype, Set<Detail> details) {
        return details.contains(Detail.STATISTICS) && dtype.readsAsFloat();
    }

    private static Inspection of(Path path, List<FileEntry> files, List<TensorEntry> tensors) {
        long parameters =
                tensors.stream()
                        .filter(tensor -> tensor.part().learned())
                        .mapToLong(TensorEntry::numbers)
                        .sum();
        return of(path, files, tensors, parameters);
    }

    private static Inspection of(
            Path path, List<FileEntry> files, List<TensorEntry> tensors, long parameters) {
        return new Inspection(
                path.toString(),
                files,
                tensors,
                parameters,
                sums(tensors, TensorEntry::part),
                sums(tensors, TensorEntry::dtype));
    }

    private static FileEntry file(Path file, Map<String, String> metadata, Set<Detail> details)
            throws IOException {
        return new FileEntry(
                file.getFileName().toString(),
                Files.size(file),
                metadata,
                details.contains(Detail.FILE_HASHES) ? Sha256.of(file) : null);
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
