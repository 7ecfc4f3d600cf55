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
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aFileOfRemarksHasNoItems() throws IOException {
        assertEquals(List.of(), read(""));
        assertEquals(List.of(), read("# to come\n\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    q1: [{words: no points}]                        | q1, item 1 needs a number
                    q1: [{points: -1}]                              | q1, item 1 needs a number
                    q1: [{points: x, words: y}]                     | q1, item 1 needs a number
                    q1: [{points: -1, words: [a, b]}]               | q1, item 1 needs a number
                    q1: [{points: -1,5, words: half}]               | q1, item 1 has "5"
                    q1: [{points: -1, words: a, poinst: 3}]         | q1, item 1 has "poinst"
                    q1: [{points: -1e9, words: a}]                  | it can give from -1000 to 1000
                    q1: [{points: 1, words: a}, {points: 2, words: a}] | q1, item 2 has the words of an earlier
                    q1: hello                                       | "q1" is followed by no list
                    q1: {points: -1, words: a}                      | "q1" is followed by no list
                    q1:                                             | "q1" is followed by no list
                    [{points: -1, words: a}]                        | names no question
                    hello                                           | names no question
                    """)
    void saysWhatIsWrongWithAnItem(String text, String expected) {
        String words = assertThrows(UserException.class, () -> read(text)).getMessage();
        assertTrue(words.contains(expected), words);
        assertTrue(words.contains("Write it like this"), words);
    }

    @Test
    void saysWhereYamlIsBroken() {
        String words = assertThrows(UserException.class, () -> read("q1:\n  - [")).getMessage();
        assertTrue(words.contains("rubric.yaml"), words);
    }
}
