package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.cli.Said;

/** Small real models for the commands. */
final class SmallModels {

    private SmallModels() {}

    /** A run of a few steps, whose model knows next to nothing. */
    static Path trained(Path folder) {
        Said said = Said.course("train", "src/test/resources/train/tiny.json", "--out", folder);
        assertEquals(0, said.status(), said.err());
        return folder;
    }

    /** The weights, config and tokenizer of a model alone. */
    static Path bare(Path model, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("config.json", "tokenizer.json", "model.safetensors")) {
            Files.copy(model.resolve(name), folder.resolve(name));
        }
        return folder;
    }

    /** The same model, but one of its matrices has an integer type, as GPTQ's do. */
    static Path inWholeNumbers(Path model, Path folder) throws IOException {
        Path file = bare(model, folder).resolve("model.safetensors");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        String matrix = "q_proj.weight\":{\"dtype\":\"";
        String changed = bytes.replace(matrix + "F32", matrix + "I32");
        assertNotEquals(bytes, changed);
        return Files.writeString(file, changed, StandardCharsets.ISO_8859_1).getParent();
    }
}
