package openweights.engine.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.engine.gguf.Gguf;

/**
 * The cache of Hugging Face's libraries: {@code models--org--name/snapshots/commit}, whose files
 * are links to blobs. The commit is the one that {@code refs/main} names, otherwise the newest.
 */
final class HuggingFaceCache {

    private static final String PREFIX = "models--";

    private HuggingFaceCache() {}

    static ModelStore of(Map<String, String> environment, Path home) {
        Path cache = path(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        Path root = path(environment, "HF_HOME").orElse(cache.resolve("huggingface"));
        Path hub = path(environment, "HF_HUB_CACHE").orElse(root.resolve("hub"));
        return new ModelStore("Hugging Face's cache", hub, HuggingFaceCache::find);
    }

    static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    private static List<FoundModel> find(Path hub) throws IOException {
        List<FoundModel> models = new ArrayList<>();
        for (Path folder : ModelStore.inside(hub)) {
            String name = folder.getFileName().toString();
            if (name.startsWith(PREFIX) && Files.isDirectory(folder)) {
                String called = name.substring(PREFIX.length()).replaceFirst("--", "/");
                models.addAll(ModelStore.found(called, folder, each -> models(called, each)));
            }
        }
        return models;
    }

    private static List<FoundModel> models(String name, Path folder) throws IOException {
        return snapshot(folder).map(files -> of(name, files)).orElse(List.of());
    }

    private static Optional<Path> snapshot(Path folder) throws IOException {
        Path snapshots = folder.resolve("snapshots");
        Path main = folder.resolve("refs/main");
        if (!Files.isDirectory(snapshots)) {
            return Optional.empty();
        }
        if (Files.exists(main)) {
            Path named = snapshots.resolve(Files.readString(main).strip()).normalize();
            if (named.startsWith(snapshots) && Files.isDirectory(named)) {
                return Optional.of(named);
            }
        }
        return ModelStore.inside(snapshots).stream()
                .max(Comparator.comparing(HuggingFaceCache::time));
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** One model, or each GGUF file as one; nothing where no weights were fetched. */
    private static List<FoundModel> of(String name, Path files) {
        if (Files.exists(files.resolve("config.json"))) {
            return List.of(new FoundModel(name, files));
        }
        List<Path> gguf = Gguf.in(files);
        return gguf.size() == 1
                ? List.of(new FoundModel(name, gguf.get(0)))
                : gguf.stream()
                        .map(file -> new FoundModel(name + "/" + file.getFileName(), file))
                        .toList();
    }
}
