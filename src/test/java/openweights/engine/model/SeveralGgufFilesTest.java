package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.UserException;
import openweights.engine.convert.Conversion;
import openweights.engine.convert.WeightType;
import openweights.engine.hub.LocalModels;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever opens a model says which GGUF files a folder has, and how to choose one. */
class SeveralGgufFilesTest {

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("b.gguf", "a.gguf")) {
            Files.copy(
                    Path.of("src/test/resources/gguf/families/qwen2.gguf"), folder.resolve(name));
        }
    }

    @Test
    void areNamed() {
        Conversion conversion = Conversion.of(folder, Conversion.Format.GGUF, WeightType.F16);
        List<Executable> users =
                List.of(
                        () -> Model.open(folder),
                        () -> Config.read(folder),
                        () -> Tokenizer.open(folder),
                        () -> conversion.check(folder.resolve("new.gguf")));
        for (Executable user : users) {
            assertEquals(
                    "The folder %s has several GGUF models: a.gguf, b.gguf. Name one of them, such as %s"
                            .formatted(folder, folder.resolve("a.gguf")),
                    assertThrows(UserException.class, user).getMessage());
        }
    }

    @Test
    void areModelsEachByItself() {
        assertEquals(
                List.of(folder.resolve("a.gguf"), folder.resolve("b.gguf")),
                LocalModels.in(folder));
    }
}
