package openweights.grading.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RubricFileTest {

    @TempDir private Path folder;

    private List<RubricItem> read(String text) throws IOException {
        return RubricFile.read(Files.writeString(folder.resolve("rubric.yaml"), text));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        List<RubricItem> items =
                List.of(
                        new RubricItem("", "q1", -1, "forgets the bias: \"b\""),
                        new RubricItem("", "q1", 0.5, "# elegant"),
                        new RubricItem("", "q2", -2, "sums twice"));
        assertEquals(
                items,
                read(RubricFile.text(items, Set.of("q1")) + RubricFile.text(items, Set.of("q2"))));
    }

    @Test
    void aMissingFileHasNoItems() throws IOException {
        assertEquals(List.of(), RubricFile.read(folder.resolve("none.yaml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q1:\n  - words: no points",
                "q1:\n  - points: -1",
                "q1:\n - {points: x, words: y}"
            })
    void saysWhatAnItemLacks(String text) {
        String words = assertThrows(UserException.class, () -> read(text)).getMessage();
        assertTrue(words.contains("rubric.yaml: q1: item 1 needs a number"), words);
    }

    @Test
    void saysWhereYamlIsBroken() {
        String words = assertThrows(UserException.class, () -> read("q1:\n  - [")).getMessage();
        assertTrue(words.contains("rubric.yaml"), words);
    }
}
