package openweights.engine.gguf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.weights.StoredTensor;

/**
 * A GGUF model: one file, or parts with numbered names. Opening it reads the headers only, however
 * large the tensors are, and keeps nothing open.
 *
 * <pre>{@code
 * Gguf model = Gguf.open(Path.of("SmolLM2-135M-Instruct.Q4_1.gguf"));
 * model.metadata().requireText("general.architecture");       // llama
 * float[] norm = model.tensor("output_norm.weight").get().floats();
 * }</pre>
 */
public final class Gguf {

    private static final String COUNT = "split.count";

    private final List<GgufPart> parts;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    private Gguf(List<GgufPart> parts) {
        this.parts = List.copyOf(parts);
        for (GgufPart part : parts) {
            for (StoredTensor tensor : part.tensors()) {
                if (tensors.put(tensor.name(), tensor) != null) {
                    throw new GgufException(
                            GgufFault.PARTS_DISAGREE,
                            part.file(),
                            tensor.name(),
                            tensor.fileOffset(),
                            "is in another part too");
                }
            }
        }
    }

    /**
     * The GGUF model that a path stands for: a file whose name ends in .gguf or whose content
     * begins with the letters GGUF, or the only such model in a folder without config.json. Of a
     * model in several parts, the first.
     *
     * @throws UserException if the folder has several models
     */
    public static Optional<Path> at(Path path) {
        if (path.toString().endsWith(".gguf") || beginsAsGguf(path)) {
            return Optional.of(path);
        }
        if (!Files.isDirectory(path) || Files.exists(path.resolve("config.json"))) {
            return Optional.empty();
        }
        List<Path> models = in(path);
        if (models.size() > 1) {
            throw several(path, models);
        }
        return models.stream().findFirst();
    }

    private static UserException several(Path folder, List<Path> models) {
        String names =
                models.stream()
                        .map(model -> model.getFileName().toString())
                        .collect(Collectors.joining(", "));
        return new UserException(
                "The folder %s has several GGUF models: %s. Name one of them, such as %s"
                        .formatted(folder, names, models.get(0)));
    }

    /** Some programs name files by their hashes, without an ending. */
    private static boolean beginsAsGguf(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(4), new byte[] {'G', 'G', 'U', 'F'});
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * The GGUF models directly inside a folder; of a model in several parts, the first. What reads
     * pictures for a model, which llama.cpp keeps in a file of its own (mmproj), is no model.
     */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".gguf"))
                    .filter(file -> !file.getFileName().toString().startsWith("mmproj"))
                    .map(file -> PartName.of(file).map(name -> name.files().get(0)).orElse(file))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a file, with the parts that belong to it, or refuses them before any number is read.
     *
     * @throws GgufException if a file breaks a rule of the format, or the parts disagree
     */
    public static Gguf open(Path file) throws IOException {
        Optional<PartName> numbered = PartName.of(file);
        if (numbered.isEmpty()) {
            return alone(file);
        }
        List<GgufPart> parts = new ArrayList<>();
        for (Path part : numbered.get().files()) {
            parts.add(part(part, parts.size(), numbered.get().count()));
        }
        return new Gguf(parts);
    }

    private static Gguf alone(Path file) throws IOException {
        GgufPart part = GgufPart.open(file);
        long count = part.header().metadata().count(COUNT).orElse(1L);
        if (count > 1) {
            throw part.header()
                    .metadata()
                    .fault(
                            GgufFault.PART_MISSING,
                            COUNT,
                            "files named like model-00001-of-00003.gguf");
        }
        return new Gguf(List.of(part));
    }

    private static GgufPart part(Path file, int index, int count) throws IOException {
        try {
            GgufPart part = GgufPart.open(file);
            Metadata metadata = part.header().metadata();
            require(metadata, COUNT, count);
            require(metadata, "split.no", index);
            return part;
        } catch (NoSuchFileException e) {
            throw new GgufException(GgufFault.PART_MISSING, file, null, 0, "there is no such file");
        }
    }

    private static void require(Metadata metadata, String key, long expected) {
        if (metadata.requireCount(key) != expected) {
            throw metadata.fault(GgufFault.PARTS_DISAGREE, key, Long.toString(expected));
        }
    }

    /** The file, or the first part. */
    public Path file() {
        return parts.get(0).file();
    }

    public List<GgufPart> parts() {
        return parts;
    }

    /** The keys of the file, or of its first part, which has what concerns the model. */
    public Metadata metadata() {
        return parts.get(0).header().metadata();
    }

    /** All tensors, in the order of their bytes, under their names in the file. */
    public Collection<StoredTensor> tensors() {
        return Collections.unmodifiableCollection(tensors.values());
    }

    /** The tensor of that name, if there is one. */
    public Optional<StoredTensor> tensor(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * @throws openweights.engine.weights.SafetensorsException if a file has changed since it was
     *     opened
     */
    public void requireUnchanged() {
        parts.forEach(GgufPart::requireUnchanged);
    }
}
