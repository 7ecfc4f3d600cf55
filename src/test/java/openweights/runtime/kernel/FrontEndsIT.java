package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.Requirement;
import openweights.base.Home;
import openweights.base.Json;
import openweights.course.notebook.NotebookFile;
import openweights.runtime.setup.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that run, convert, and compare notebooks, with the course's kernel. */
class FrontEndsIT {

    private static final Home PROJECT = Home.locate();
    private static final Path CHROMIUM =
            Path.of(System.getProperty("openweights.chromium", "/usr/bin/chromium"));

    @TempDir static Path folder;

    private static Path packages;
    private static Path notebook;

    @BeforeAll
    static void install() throws Exception {
        packages = FrontEndPackages.require();
        notebook = Path.of(resource("parameters.ipynb"));
    }

    @Test
    void papermillDeclaresParametersInJava() throws Exception {
        JsonNode cells = executed().path("cells");
        assertEquals(
                "[\"injected-parameters\"]", cells.at("/2/metadata/tags").toString(), "its cell");
        assertEquals("a \"q\" \\u0041 \n\t ü 😀 \u0001|42[3.0, 4.5, 1.0E22]", value(cells.path(3)));
        assertEquals(
                "0.2|true3000000000[1, a, null, [true]]{a=1.0, b=2.5}null3123456789012345678901234567890{}",
                value(cells.path(4)));
    }

    /** NaN is no JSON, but papermill writes it among the parameters. */
    @Test
    void aNotebookThatPapermillHasRunIsReadAndWritten() throws Exception {
        JsonNode parameters = executed().at("/metadata/papermill/parameters");
        assertTrue(Double.isNaN(parameters.path("lost").asDouble(0)), parameters.toString());
        assertEquals(executed().path("cells").size(), NotebookFile.read(out()).cells().size());
    }

    @Test
    void papermillSaysWhichParametersThereAre() throws Exception {
        String said = succeeds("papermill", "--help-notebook", notebook.toString());
        assertTrue(said.replaceAll(" +", " ").contains("n: int (default 1) how many"), said);
        Path out = folder.resolve("refused.ipynb");
        Program.Ended refused =
                run("papermill", notebook.toString(), out.toString(), "-p", "my-n", "3");
        assertTrue(
                refused.output().contains("'my-n' cannot be the name of a variable in Java"),
                refused.output());
    }

    @Test
    void jupytextGivesTheSameNotebookBack() throws IOException {
        for (String format : List.of("java:percent", "md")) {
            succeeds("jupytext", "--test", "--to", format, notebook.toString());
        }
    }

    @Test
    void nbdimeShowsTheLineThatChanged() throws IOException {
        Path changed = folder.resolve("changed.ipynb");
        Files.writeString(changed, Files.readString(notebook).replace("(n + 1)", "(n + 2)"));
        String diff = succeeds("nbdime", "diff", "--no-color", "" + notebook, "" + changed);
        assertTrue(diff.contains("-  who + \"|\" + (n + 1) + sizes"), diff);
        assertTrue(diff.contains("+  who + \"|\" + (n + 2) + sizes"), diff);
    }

    @Test
    void nbconvertWritesAPageThatABrowserPrints() throws Exception {
        executed();
        Path page = folder.resolve("out.html");
        succeeds("nbconvert", "--to", "html", "--output", page.toString(), out().toString());
        String html = Files.readString(page);
        assertTrue(html.contains("42[3.0, 4.5, 1.0E22]"), "the value");
        assertTrue(html.contains("alt=\"Sizes. "), "the chart's description");

        Requirement.BROWSER.check(Files.isExecutable(CHROMIUM), CHROMIUM + " is missing.");
        Path pdf = folder.resolve("out.pdf");
        Program.Ended printed =
                Program.of(
                                CHROMIUM.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--host-resolver-rules=MAP * ~NOTFOUND",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--print-to-pdf=" + pdf,
                                page.toUri().toString())
                        .run();
        assertTrue(Files.exists(pdf), printed.output());
        assertTrue(Files.readString(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    /** The notebook after papermill has run it; once for all tests. */
    private static JsonNode executed() throws Exception {
        if (Files.notExists(out())) {
            String parameters = resource("parameters.yaml");
            succeeds("papermill", "-f", parameters, notebook.toString(), out().toString());
        }
        return Json.readTextWithNaN("out.ipynb", Files.readString(out()));
    }

    /** What a cell shows; the file has its lines one by one. */
    private static String value(JsonNode cell) {
        StringBuilder text = new StringBuilder();
        cell.at("/outputs/0/data/text~1plain").forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    private static Path out() {
        return folder.resolve("out.ipynb");
    }

    private static String resource(String name) throws URISyntaxException {
        return Path.of(
                        Objects.requireNonNull(FrontEndsIT.class.getResource("/front-ends/" + name))
                                .toURI())
                .toString();
    }

    private static String succeeds(String... arguments) throws IOException {
        Program.Ended ended = run(arguments);
        assertEquals(0, ended.status(), ended.output());
        return ended.output();
    }

    /** Runs a module of Python. */
    private static Program.Ended run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROJECT.python().toString(), "-B", "-m"));
        command.addAll(Arrays.asList(arguments));
        return new Program(
                        command,
                        Map.of("PYTHONPATH", packages.toString(), "PYTHONIOENCODING", "utf-8"))
                .run();
    }
}
