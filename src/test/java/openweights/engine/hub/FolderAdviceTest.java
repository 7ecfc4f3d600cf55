package openweights.engine.hub;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAdviceTest {

    @TempDir Path folder;

    private void write(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "{}");
    }

    private String advice(Path of) {
        return assertThrows(UserException.class, () -> FolderAdvice.require(of)).getMessage();
    }

    @Test
    void namesPickledWeights() throws IOException {
        write("config.json");
        write("pytorch_model.bin");
        assertTrue(advice(folder).contains("pickled files only (pytorch_model.bin)"));
        write("model.safetensors");
        assertDoesNotThrow(() -> FolderAdvice.require(folder));
    }

    @Test
    void namesTheModelInsideOfAHubCache() throws IOException {
        write("models--gpt2/snapshots/607a30d/config.json");
        write("models--gpt2/refs/main");
        String expected = folder.resolve("models--gpt2/snapshots/607a30d").toString();
        assertTrue(advice(folder).endsWith("such as " + expected + "."), advice(folder));
        Path model = folder.resolve("models--gpt2");
        assertTrue(advice(model).endsWith("such as " + expected + "."), advice(model));
        assertDoesNotThrow(() -> FolderAdvice.require(Path.of(expected)));
        Files.delete(folder.resolve("models--gpt2/snapshots/607a30d/config.json"));
        assertTrue(advice(folder).contains("without a whole model"), advice(folder));
    }

    @Test
    void missesTheConfig() throws IOException {
        write("model.safetensors");
        assertTrue(advice(folder).contains("no config.json"), advice(folder));
    }

    @Test
    void namesTheFilesOfAFolderWithSeveralModels() throws IOException {
        write("b-q8.gguf");
        write("a-q4.gguf");
        String expected =
                "has several GGUF models: a-q4.gguf, b-q8.gguf. Name one of them, such as "
                        + folder.resolve("a-q4.gguf");
        assertTrue(advice(folder).contains(expected), advice(folder));
    }

    @Test
    void saysWhatAModelIs() throws IOException {
        assertTrue(advice(folder).contains("has no config.json"), advice(folder));
        write("model.safetensors");
        Path file = folder.resolve("model.safetensors");
        assertTrue(advice(file).contains("is a file, but not a model. A model is"), advice(file));
    }

    @Test
    void hasNothingToSayOfOtherFolders() throws IOException {
        write("a.gguf");
        write("mmproj-a.gguf");
        write("b.bin");
        assertDoesNotThrow(() -> FolderAdvice.require(folder));
    }
}
