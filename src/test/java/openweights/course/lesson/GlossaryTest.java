package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {

    private static final String LESSON =
            """
            # 01 · One

            - say what a *weight* is.

            ## First

            Take a number. [Multiply](02-two.md) it by another. That
            is a *weight* `w. W`, or $a. B$. It is a number.

            > (Not so. The *second*: one.)

            - In lists, the *third*
              too:

            ```java
            code
            ```

            **Bold.** That is a *fourth* (Smith. Jones). Five.
            """;

    @TempDir private Path root;
    private Path lessons;

    @BeforeEach
    void writeLesson() throws IOException {
        lessons = Files.createDirectories(root.resolve("lessons"));
        Files.createDirectories(root.resolve("notebooks"));
        Files.writeString(
                lessons.resolve("course.yaml"),
                "- {slug: 01-one, title: One, minutes: 10, needs: []}\n");
        Files.writeString(lessons.resolve("01-one.md"), LESSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight | 0 | 0 | That is a *weight* `w. W`, or $a. B$.",
                "weight | 1 | 0 | Multiply it by another. That is a *weight* `w. W`, or $a. B$.",
                "weight | 9 | 9 | Take a number. Multiply it by another. That is a *weight* `w. W`,"
                        + " or $a. B$. It is a number.",
                "second | 0 | 0 | The *second*: one.",
                "third | 0 | 0 | In lists, the *third* too.",
                "fourth | 0 | 0 | That is a *fourth* (Smith. Jones).",
                "fourth | 1 | 1 | **Bold.** That is a *fourth* (Smith. Jones). Five."
            })
    void takesTheSentencesFromTheLesson(String term, int before, int after, String words)
            throws IOException {
        Glossary glossary =
                read(
                        "- {term: %s, lesson: 1, before: %d, after: %d}"
                                .formatted(term, before, after));
        Glossary.Definition found = glossary.entries().get(0).definition().orElseThrow();
        assertEquals(words, found.markdown());
        assertEquals("First", found.heading());
    }

    @Test
    void takesADefinitionOfItsOwnAndKeepsThePlaceInTheLesson() throws IOException {
        Glossary glossary =
                read("- {term: weight, lesson: 1, says: \"What an input is multiplied by.\"}");
        Glossary.Definition found = glossary.entries().get(0).definition().orElseThrow();
        assertEquals("What an input is multiplied by.", found.markdown());
        assertEquals("First", found.heading());
    }

    @Test
    void namesTheSectionThatExplainsATermWithoutEmphasis() throws IOException {
        Glossary glossary =
                read(
                        "- {term: number, lesson: 1, heading: First, says: \"What one counts with.\"}");
        Glossary.Definition found = glossary.entries().get(0).definition().orElseThrow();
        assertEquals("What one counts with.", found.markdown());
        assertEquals("First", found.heading());
        for (String wrong : List.of("heading: Second, says: x", "heading: First")) {
            assertEquals(
                    "lessons/glossary.yaml:1: \"number\" has a heading, which must be one of lessons/01-one.md, and then needs says.",
                    refusal("- {term: number, lesson: 1, " + wrong + "}"));
        }
    }

    @Test
    void reportsEachProblemAtItsLine() {
        assertEquals(
                "lessons/glossary.yaml:1: \"fifth\" is not defined in lessons/01-one.md: nothing"
                        + " there reads *fifth*, apart from the list of what the lesson teaches."
                        + " Emphasize the term where it is explained, or correct text.",
                refusal("- {term: fifth, lesson: 1}"));
        assertEquals(
                "lessons/glossary.yaml:2: \"second\" follows \"third\". Sort the list by term.",
                refusal("- {term: third, lesson: 1}\n- {term: second, lesson: 1}"));
        assertEquals(
                "lessons/glossary.yaml:3: \"third\" is listed twice. Remove one of the two lines.",
                refusal(
                        "- {term: second, lesson: 1}\n"
                                + "- {term: third, lesson: 1}\n"
                                + "- {term: third, lesson: 1}"));
        String form =
                "A term has the form {term: learning rate, lesson: 2, before: 1} or {term: XOR,"
                        + " see: exclusive or}.";
        assertEquals(
                "lessons/glossary.yaml:1: \"weight\" names no lesson of the course. " + form,
                refusal("- {term: weight, lesson: 7}"));
        assertEquals(
                "lessons/glossary.yaml:1: \"w\" refers to \"weight\", which must be a term that a"
                        + " lesson defines; then this one has no lesson.",
                refusal("- {term: w, see: weight}"));
        assertEquals(
                "lessons/glossary.yaml:1: an entry has no term. " + form, refusal("- {lesson: 1}"));
        assertTrue(
                refusal("- {term: weight, lesson: 1, page: 3}")
                        .startsWith(
                                "lessons/glossary.yaml:1: not a list of terms (Unrecognized field"
                                        + " \"page\""));
    }

    @Test
    void writesAFileForJupyterLab() throws IOException {
        Home project = new Home(root);
        list("- {term: fourth, lesson: 1}\n- {term: IV, see: fourth}");
        assertEquals(
                List.of(
                        "notebooks/glossary.md differs from what the lessons say now.",
                        "Fix it with: ./course build"),
                GlossaryFile.check(project));
        GlossaryFile.write(project);
        assertEquals(List.of(), GlossaryFile.check(project));
        assertEquals(
                """
                # Glossary

                What the lessons say about the terms that they use. Each link leads to the lesson that explains more.

                ## F

                **fourth**: That is a *fourth* (Smith. Jones). ([lesson 01](01-one.ipynb#First))

                ## I

                **IV**: see *fourth*.
                """,
                Files.readString(root.resolve("notebooks/glossary.md")));
    }

    @Test
    void aCourseNeedsNoGlossary() throws IOException {
        assertEquals(List.of(), Glossary.read(lessons).entries());
        assertEquals(List.of(), GlossaryFile.check(new Home(root)));
    }

    private Glossary read(String list) throws IOException {
        list(list);
        return Glossary.read(lessons);
    }

    private void list(String list) throws IOException {
        Files.writeString(lessons.resolve("glossary.yaml"), list + "\n");
    }

    private String refusal(String list) {
        return assertThrows(LessonException.class, () -> read(list)).getMessage();
    }
}
