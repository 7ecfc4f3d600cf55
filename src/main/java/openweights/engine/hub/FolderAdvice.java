package openweights.engine.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;

/** Says what a folder is that somebody took for a model, and how to come to a model from there. */
public final class FolderAdvice {

    /** What a user may name where a model is needed. */
    public static final String A_MODEL =
            "A model is a folder with config.json, tokenizer.json, and model.safetensors, or a .gguf file.";

    private static final String CACHED = "models--";

    private FolderAdvice() {}

    /**
     * @throws UserException if it is a file that is not a model, or a folder without one, with
     *     several, or with weights in pickled files only
     */
    public static void require(Path folder) throws IOException {
        if (Files.notExists(folder) || Gguf.at(folder).isPresent()) {
            return;
        }
        Optional<String> problem =
                Files.isDirectory(folder)
                        ? problem(folder, inside(folder))
                        : Optional.of("is a file, but not a model. " + A_MODEL);
        if (problem.isPresent()) {
            throw new UserException(folder + ": " + problem.get());
        }
    }

    private static Optional<String> problem(Path folder, List<Path> inside) {
        return cache(folder, inside)
                .or(() -> pickled(inside))
                .or(() -> withoutConfig(folder, inside))
                .or(() -> empty(folder));
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Optional<String> cache(Path folder, List<Path> inside) {
        if (Files.exists(folder.resolve("config.json"))) {
            return Optional.empty();
        }
        List<Path> snapshots =
                Stream.concat(
                                Stream.of(folder),
                                inside.stream().filter(path -> name(path).startsWith(CACHED)))
                        .map(path -> path.resolve("snapshots"))
                        .filter(Files::isDirectory)
                        .flatMap(FolderAdvice::snapshots)
                        .toList();
        boolean root = inside.stream().anyMatch(path -> name(path).startsWith(CACHED));
        if (snapshots.isEmpty()) {
            return root || inside.stream().anyMatch(path -> name(path).equals("snapshots"))
                    ? Optional.of("is a Hugging Face cache without a whole model. Fetch it again.")
                    : Optional.empty();
        }
        return Optional.of(
                "is a Hugging Face cache, and the models are further inside. Name the folder of one, such as "
                        + snapshots.get(0)
                        + ".");
    }

    private static Stream<Path> snapshots(Path folder) {
        try (Stream<Path> commits = Files.list(folder)) {
            return commits
                    .filter(c -> Files.exists(c.resolve("config.json")))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static Optional<String> pickled(List<Path> inside) {
        boolean known =
                inside.stream().anyMatch(p -> ends(p, ".safetensors", ".index.json", ".gguf"));
        return inside.stream()
                .filter(path -> !known && ends(path, ".bin", ".pth", ".pt", ".ckpt"))
                .map(FolderAdvice::name)
                .findFirst()
                .map(
                        name ->
                                "has its weights in pickled files only ("
                                        + name
                                        + "), which can run code when they are loaded and are not opened here. Take a release with model.safetensors, or convert them in Python: transformers' from_pretrained, then save_pretrained.");
    }

    private static Optional<String> withoutConfig(Path folder, List<Path> inside) {
        boolean config = Files.exists(folder.resolve("config.json"));
        boolean weights = inside.stream().anyMatch(path -> ends(path, ".safetensors"));
        return config || !weights
                ? Optional.empty()
                : Optional.of(
                        "has weights but no config.json, which says what network they belong to. Copy it from the model's release.");
    }

    private static Optional<String> empty(Path folder) {
        return Files.exists(folder.resolve("config.json"))
                ? Optional.empty()
                : Optional.of("has no config.json, so it is not a model. " + A_MODEL);
    }

    private static boolean ends(Path path, String... endings) {
        return Stream.of(endings).anyMatch(name(path)::endsWith);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
