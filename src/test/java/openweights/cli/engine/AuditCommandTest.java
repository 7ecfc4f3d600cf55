package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands audit, catalogue and fetch as a user calls them. */
class AuditCommandTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void auditsAModelInTheCatalogueAndExplainsDisagreements() {
        assertEquals(0, run("audit", "bloom"));
        String text = out.toString();
        assertTrue(text.startsWith("bloom: open-weight, restricted license\n"), text);
        assertTrue(text.contains("OSAID 1.0: fails, for its license alone\n"), text);
        assertTrue(text.contains("would pass with another license (OSI review)"), text);
        assertTrue(text.contains("\nWhy they differ\n  - The license alone makes it fail"), text);
        assertTrue(text.contains("0.958 for BLOOMZ"), text);
    }

    @Test
    void auditsAFolderAndEndsWithOneIfThereAreFindings() throws IOException {
        Files.writeString(folder.resolve("model.safetensors"), "x");
        Files.writeString(folder.resolve("README.md"), "# No metadata\n");
        assertEquals(1, run("audit", "--json", folder.toString()));
        JsonNode audit = new ObjectMapper().readTree(out.toString());
        assertEquals("weights without a license that is known", audit.path("kind").asText());
        assertEquals(
                "README.md has no metadata, so it does not state a license.",
                audit.path("findings").path(0).asText());
        assertEquals("NONE", audit.path("mof").path("certain").asText());
        assertEquals(22, audit.path("components").size());
    }

    @Test
    void auditsTheCourseItself() throws IOException {
        run("audit", "--json", ".");
        JsonNode course = new ObjectMapper().readTree(out.toString());
        assertEquals("Apache-2.0", course.path("holdings").path(0).path("license").asText());
        assertEquals(0, course.path("findings").size(), course.path("findings").toString());
    }

    @Test
    void listsTheModelsIfTheNameIsUnknown() {
        assertEquals(2, run("audit", "gpt-5"));
        assertTrue(
                err.toString()
                        .contains("no model \"gpt-5\" in the catalogue. There are: codestral"),
                err.toString());
    }

    /** Neither the card nor a file's name can move the cursor, or forge a line. */
    @Test
    void printsNoEscapeCodesOfARelease() throws IOException {
        Files.writeString(folder.resolve("model\u001b[31m.safetensors"), "x");
        Files.writeString(
                folder.resolve("README.md"),
                "---\nlicense: \"mit\\e[2J\\nFindings: none\\u202E\"\ndatasets: \"a\\ab\"\n---\n");
        run("audit", folder.toString());
        String text = out.toString();
        assertTrue(text.contains("mit\\u001b[2J\\u000aFindings: none\\u202e"), text);
        assertTrue(text.contains("model\\u001b[31m.safetensors"), text);
        assertTrue(text.contains("a\\u0007b"), text);
        assertTrue(text.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)), text);
    }

    @Test
    void contradictoryLicensesAreAFinding() throws IOException {
        Files.writeString(folder.resolve("model.safetensors"), "x");
        Files.writeString(folder.resolve("README.md"), "---\nlicense: mit\n---\n");
        Files.copy(Path.of("LICENSE"), folder.resolve("LICENSE"));
        assertEquals(1, run("audit", folder.toString()));
        String text = out.toString();
        assertTrue(text.contains(": weights without a license that is known\n"), text);
        assertTrue(
                text.contains(
                        "- Two licenses contradict each other: the model card says mit, but LICENSE: the text of Apache-2.0"),
                text);
    }

    @Test
    void anUnknownLicenseTextIsAFinding() throws IOException {
        Files.writeString(folder.resolve("model.safetensors"), "x");
        Files.writeString(folder.resolve("README.md"), "---\nlicense: other\n---\n");
        Files.writeString(
                folder.resolve("LICENSE"), "You may do with it what you like on Sundays.");
        assertEquals(1, run("audit", folder.toString()));
        String text = out.toString();
        assertTrue(text.contains(": weights without a license that is known\n"), text);
        assertTrue(
                text.endsWith(
                        "- LICENSE: a text of 10 words that is not a known license. Read it."
                                + System.lineSeparator()),
                text);
    }

    @Test
    void refusesWhatIsNotARelease() {
        assertEquals(2, run("audit", "README.md"));
        assertEquals(2, run("audit", folder.resolve("none").toString()));
        assertEquals(
                List.of(
                        "course audit: README.md: is a file. Name the folder of its release.",
                        "course audit: "
                                + folder.resolve("none")
                                + ": no such folder. Check the path."),
                err.toString().lines().toList());
        assertEquals("", out.toString());
    }

    @Test
    void anEmptyFolderIsAFinding() {
        assertEquals(1, run("audit", folder.toString()));
        assertTrue(out.toString().contains("- There is no model card (README.md)."));
    }

    @Test
    void refusesAnEmptyContext() throws IOException {
        assertEquals(2, run("catalogue", "gpt2", "--costs", "--tokens", "0"));
        assertTrue(err.toString().contains(": --tokens is 0; give 1 or more."), err.toString());
        assertEquals(2, run("catalogue", "gpt-5", "--json"));
        assertTrue(err.toString().contains("no model \"gpt-5\" in the catalogue. There are: "));
        assertEquals("", out.toString());
        assertEquals(0, run("catalogue", "gpt2", "--costs", "--tokens", "1024", "--json"));
        JsonNode row = new ObjectMapper().readTree(out.toString()).path(0);
        assertEquals(124_439_808, row.path("parameters").asLong());
        assertEquals(72, row.path("cache MiB").asDouble());
    }

    @Test
    void showsTheCatalogueForPeopleAndPrograms() throws IOException {
        assertEquals(0, run("catalogue", "gpt2", "bloom", "--licenses", "--json"));
        JsonNode rows = new ObjectMapper().readTree(out.toString());
        assertEquals(2, rows.size());
        assertEquals("no", rows.path(1).path("OSI approved").asText());
        out.getBuffer().setLength(0);
        assertEquals(0, run("catalogue", "gpt2"));
        assertTrue(out.toString().contains("openai/gpt-2@9b63575"), out.toString());
        assertEquals(2, run("catalogue", "--costs", "--parts"));
    }

    @Test
    void fetchListsWhatCanBeFetched() {
        assertEquals(2, run("fetch", "phi-4"));
        assertTrue(
                err.toString()
                        .contains(
                                "The catalogue does not say where phi-4 is. Give owner/name, or take one of: codestral-22b, mistral-7b,"),
                err.toString());
        assertEquals(0, run("fetch", "--list"));
        for (String small :
                List.of(
                        "gpt2",
                        "smollm2-135m",
                        "smollm2-360m-instruct",
                        "qwen3-0.6b",
                        "pythia-70m",
                        "pythia-160m",
                        "olmo-2-1b",
                        "gemma-3-270m")) {
            assertTrue(out.toString().contains(" " + small + " "), small + "\n" + out);
        }
        assertTrue(out.toString().contains("yes: needs HF_TOKEN"), out.toString());
        assertEquals(2, run("fetch"));
        assertTrue(
                err.toString().contains("Name a model; ./course fetch --list shows small ones."));
        assertEquals(2, run("fetch", "somebody/model@main"));
        assertTrue(err.toString().contains("is not a commit of 40 hexadecimal digits"));
    }

    private int run(String... arguments) {
        CommandLine course = Main.commandLine();
        course.setOut(new PrintWriter(out, true));
        course.setErr(new PrintWriter(err, true));
        return course.execute(arguments);
    }
}
