package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.runtime.kernel.FrontEndPackages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A student opens lesson 01 in Notebook 7, and works with the keyboard. */
class NotebookSevenIT {

    private static final Home PROJECT = Home.locate();
    private static final Path LESSON = PROJECT.notebooks().resolve("01-what-is-a-weight.ipynb");

    @TempDir static Path folder;

    private static Path copy;
    private static LabServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Tools.require(PROJECT, LESSON);
        JupyterProgram program = JupyterProgram.notebook(FrontEndPackages.require());
        server = LabServer.start(PROJECT, program, "JupyterLab Light");
        copy = folder.resolve(LESSON.getFileName());
        Notebook lesson = NotebookFile.read(LESSON);
        List<Cell> cells = lesson.cells().stream().map(NotebookSevenIT::withoutOutputs).toList();
        NotebookFile.write(new Notebook(lesson.metadata(), cells), copy);
        server.add(copy);
        browser = Browser.start();
    }

    private static Cell withoutOutputs(Cell cell) {
        return cell instanceof Cell.Code code
                ? new Cell.Code(code.id(), code.metadata(), code.source(), null, List.of())
                : cell;
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void runsCellsCompletesAndSaves() throws IOException {
        NotebookPage page = NotebookPage.open(browser, server, copy);
        Keyboard keyboard = new Keyboard(browser.driver());

        keyboard.await("document.querySelector('[data-status=idle]') !== null"); // the kernel

        run(keyboard, 0);
        page.await("return " + prompt(0) + " === '[1]:'");
        edit(keyboard, 1); // Its first line is Predict.that("");
        keyboard.hold(Keys.CONTROL, Keys.HOME);
        keyboard.press(Keys.END, Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT, "a line");
        run(keyboard, 1);
        page.await("return " + prompt(1) + " === '[2]:'");
        assertEquals(1, page.images(1).size());

        edit(keyboard, 2);
        keyboard.hold(Keys.CONTROL, Keys.HOME);
        keyboard.press(Keys.ENTER, Keys.ARROW_UP, "Math.a", Keys.TAB);
        keyboard.await("document.querySelector('.jp-Completer').innerText.includes('acos')");
        keyboard.press(Keys.ESCAPE);

        keyboard.hold(Keys.CONTROL, "s");
        List<Cell.Code> saved = NotebookFile.parse(savedText(), "saved").code();
        assertEquals("6.0", saved.get(0).outputs().get(0).at("/data/text~1plain").asText());
        assertTrue(
                saved.get(1).source().startsWith("Predict.that(\"a line\");\n"),
                saved.get(1).source());
        List<JsonNode> outputs = saved.get(1).outputs();
        assertTrue(outputs.get(0).toString().contains("a line"), outputs.toString());
        assertTrue(outputs.get(1).at("/data/image~1png").isTextual(), outputs.toString());
        assertTrue(saved.get(2).source().startsWith("Math.a\n"), saved.get(2).source());
    }

    /** The file's text once what was typed last is in it. */
    private static String savedText() throws IOException {
        Path saved = server.copyOf(copy);
        assertTrue(
                Patience.await(() -> text(saved).contains("Math.a") && text(saved).endsWith("}\n")),
                () -> text(saved));
        return text(saved);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prompt(int cell) {
        return "document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')[%d].textContent"
                .formatted(cell);
    }

    /**
     * Runs a cell as a person does: again if nothing happens, because keys come late to a new page.
     */
    private static void run(Keyboard keyboard, int cell) {
        boolean started =
                Patience.await(
                        () -> {
                            edit(keyboard, cell);
                            keyboard.hold(Keys.SHIFT, Keys.ENTER);
                            return keyboard.sees(prompt(cell) + " !== '[ ]:'");
                        });
        assertTrue(started, "cell " + cell + " does not start");
    }

    /** Puts the cursor into a code cell, as often as it takes while the page is still drawn. */
    private static void edit(Keyboard keyboard, int cell) {
        keyboard.await(
                """
                (cell => {
                    cell.querySelector('.cm-content').focus();
                    return cell.classList.contains('jp-mod-active') && cell.contains(document.activeElement);
                })(document.querySelectorAll('.jp-CodeCell')[%d])"""
                        .formatted(cell));
    }
}
