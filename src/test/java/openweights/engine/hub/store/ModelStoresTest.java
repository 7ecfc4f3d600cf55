package openweights.engine.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds models where other programs keep them, by the names that these programs use. */
class ModelStoresTest {

    private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();
    private static final Path LLAMA = RESOURCES.resolve("models/llama");
    private static final Path GGUF = RESOURCES.resolve("gguf/llama-linear.gguf");
    private static final String DIGEST = "ab".repeat(32);

    @TempDir Path home;

    @Test
    void findsSnapshotsInHuggingFacesCache() throws IOException {
        Path cached = home.resolve(".cache/huggingface/hub/models--org--tiny-llama");
        Path old = Files.createDirectories(cached.resolve("snapshots/111"));
        Path current = Files.createDirectories(cached.resolve("snapshots/222"));
        Files.createDirectories(cached.resolve("blobs"));
        for (String name : List.of("config.json", "model.safetensors")) {
            Path blob = Files.copy(LLAMA.resolve(name), cached.resolve("blobs/" + name.length()));
            Files.createSymbolicLink(current.resolve(name), current.relativize(blob));
            Files.createSymbolicLink(old.resolve(name), old.relativize(blob));
        }
        Files.createDirectories(cached.resolve("refs"));
        Files.writeString(cached.resolve("refs/main"), "222\n");
        assertEquals(
                Map.of("Hugging Face's cache", List.of(new FoundModel("org/tiny-llama", current))),
                stores(Map.of()).byProgram());
    }

    @Test
    void theEnvironmentNamesTheCache() throws IOException {
        Path hub = home.resolve("elsewhere/hub");
        Path snapshot = Files.createDirectories(hub.resolve("models--gpt2/snapshots/1"));
        Files.copy(GGUF, snapshot.resolve("a.gguf"));
        Files.copy(GGUF, snapshot.resolve("b.gguf"));
        List<FoundModel> expected =
                List.of(
                        new FoundModel("gpt2/a.gguf", snapshot.resolve("a.gguf")),
                        new FoundModel("gpt2/b.gguf", snapshot.resolve("b.gguf")));
        for (Map<String, String> environment :
                List.of(
                        Map.of("HF_HUB_CACHE", hub.toString()),
                        Map.of("HF_HOME", hub.getParent().toString()))) {
            assertEquals(expected, stores(environment).byProgram().get("Hugging Face's cache"));
        }
    }

    @Test
    void findsBlobsByOllamasManifests() throws IOException {
        Path models = home.resolve(".ollama/models");
        Path library = models.resolve("manifests/registry.ollama.ai/library");
        Path blob = models.resolve("blobs/sha256-" + DIGEST);
        Files.createDirectories(blob.getParent());
        Files.copy(GGUF, blob);
        manifest(library.resolve("llama3.2/1b"), DIGEST);
        manifest(library.resolve("llama3.2/latest"), DIGEST);
        manifest(library.resolve("gone/7b"), "cd".repeat(32));
        Files.writeString(library.resolve("gone/bad"), "{");
        manifest(models.resolve("manifests/registry.ollama.ai/me/mine/q4"), DIGEST);
        manifest(models.resolve("manifests/hf.co/org/name/q8"), DIGEST);
        List<FoundModel> found = stores(Map.of()).byProgram().get("Ollama");
        assertEquals(
                List.of(
                        "hf.co/org/name:q8",
                        "gone:7b",
                        "gone:bad",
                        "llama3.2:1b",
                        "llama3.2:latest",
                        "me/mine:q4"),
                found.stream().map(FoundModel::name).toList());
        assertEquals(new FoundModel("llama3.2:1b", blob), found.get(3));
        assertTrue(found.get(1).problem().contains("missing"), found.toString());
        assertTrue(found.get(2).problem().contains("cannot be read"), found.toString());
        assertEquals(blob, stores(Map.of()).find("llama3.2").orElseThrow().path());
    }

    private static void manifest(Path file, String digest) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"layers\": [{\"mediaType\": \"application/vnd.ollama.image.model\", \"digest\": \"sha256:%s\"}]}"
                        .formatted(digest));
    }

    @Test
    void findsLmStudiosFoldersEvenIfMoved() throws IOException {
        Path moved = home.resolve("moved");
        Files.writeString(home.resolve(".lmstudio-home-pointer"), moved + "\n");
        Path folder = Files.createDirectories(moved.resolve("models/publisher/name-GGUF"));
        Files.copy(GGUF, folder.resolve("name-Q4_K_M.gguf"));
        Files.copy(GGUF, folder.resolve("mmproj-name.gguf"));
        assertEquals(
                Map.of(
                        "LM Studio",
                        List.of(
                                new FoundModel(
                                        "publisher/name-GGUF",
                                        folder.resolve("name-Q4_K_M.gguf")))),
                stores(Map.of()).byProgram());
    }

    /** One folder that cannot be read must hide neither the other models nor other programs. */
    @Test
    void saysWhatCannotBeReadAndKeepsTheRest() throws IOException {
        Path hub = home.resolve(".cache/huggingface/hub");
        for (String name : List.of("models--a--good", "models--b--bad", "models--c--good")) {
            Path snapshot = Files.createDirectories(hub.resolve(name).resolve("snapshots/1"));
            Files.copy(GGUF, snapshot.resolve("a.gguf"));
        }
        Files.createDirectories(hub.resolve("models--b--bad/refs/main"));
        List<FoundModel> found = stores(Map.of()).byProgram().get("Hugging Face's cache");
        assertEquals(
                List.of("a/good", "b/bad", "c/good"),
                found.stream().map(FoundModel::name).toList());
        assertTrue(found.get(1).problem() != null, found.toString());

        AccessDeniedException denied = new AccessDeniedException("/secret");
        ModelStore closed =
                new ModelStore(
                        "LM Studio",
                        home,
                        folder -> {
                            throw new UncheckedIOException(denied);
                        });
        String problem = closed.models().get(0).problem();
        assertEquals(
                "/secret: cannot be read or written. Check its permissions, or name another place.",
                problem);
    }

    @Test
    void doesNotOpenWhatIsMissing() throws IOException {
        Path library = home.resolve(".ollama/models/manifests/registry.ollama.ai/library");
        manifest(library.resolve("gone/latest"), "cd".repeat(32));
        FoundModel gone = stores(Map.of()).find("gone").orElseThrow();
        assertEquals(
                "gone:latest: its weights are missing. Pull it again in Ollama.",
                assertThrows(UserException.class, gone::usable).getMessage());
    }

    private ModelStores stores(Map<String, String> environment) {
        return new ModelStores(environment, home);
    }
}
