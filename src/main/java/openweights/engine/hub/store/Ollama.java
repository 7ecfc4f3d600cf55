package openweights.engine.hub.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.base.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * Ollama's models: {@code manifests/registry.ollama.ai/library/name/tag} is JSON that names blobs
 * by their SHA-256, one of which is a GGUF file.
 */
final class Ollama {

    private static final String WEIGHTS = "application/vnd.ollama.image.model";
    private static final String ADAPTER = "application/vnd.ollama.image.adapter";
    private static final Path USUAL = Path.of("registry.ollama.ai", "library");
    private static final Path REGISTRY = Path.of("registry.ollama.ai");
    private static final int DEPTH = 8;

    private Ollama() {}

    static ModelStore of(Map<String, String> environment, Path home) {
        Path models =
                HuggingFaceCache.path(environment, "OLLAMA_MODELS")
                        .orElse(home.resolve(".ollama/models"));
        return new ModelStore("Ollama", models, Ollama::find);
    }

    private static List<FoundModel> find(Path models) throws IOException {
        Path manifests = models.resolve("manifests");
        if (!Files.isDirectory(manifests)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(manifests, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(file -> model(models, file, name(manifests.relativize(file))))
                    .toList();
        }
    }

    /** {@code llama3.2:1b}; with the registry and the owner where they are not the usual ones. */
    private static String name(Path manifest) {
        Path shown =
                Stream.of(USUAL, REGISTRY)
                        .filter(manifest::startsWith)
                        .findFirst()
                        .map(usual -> usual.relativize(manifest))
                        .orElse(manifest);
        int tag = shown.getNameCount() - 1;
        return tag == 0
                ? shown.toString()
                : shown.subpath(0, tag).toString().replace('\\', '/') + ":" + shown.getName(tag);
    }

    private static FoundModel model(Path models, Path manifest, String name) {
        try {
            JsonNode layers = Json.read(manifest).path("layers");
            if (digest(layers, ADAPTER) != null) {
                return new FoundModel(
                        name,
                        manifest,
                        "it has an adapter, which is not supported. Choose a model without one.");
            }
            String digest = digest(layers, WEIGHTS);
            if (digest == null || !digest.matches("sha256:[0-9a-f]{64}")) {
                return new FoundModel(
                        name, manifest, "its manifest names no weights. Pull it again in Ollama.");
            }
            Path blob = models.resolve("blobs").resolve(digest.replace(':', '-'));
            if (Files.exists(blob)) {
                return new FoundModel(name, blob);
            }
            String problem =
                    Files.notExists(blob)
                            ? "its weights are missing. Pull it again in Ollama."
                            : "its weights cannot be read. Check the permissions of " + blob + ".";
            return new FoundModel(name, blob, problem);
        } catch (IOException | JsonException e) {
            return new FoundModel(name, manifest, "cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable String digest(JsonNode layers, String type) {
        for (JsonNode layer : layers) {
            if (layer.path("mediaType").asText().equals(type)) {
                return layer.path("digest").asText();
            }
        }
        return null;
    }
}
