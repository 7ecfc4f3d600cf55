package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import openweights.base.Home;
import openweights.chart.LineChart;
import openweights.chart.Slider;
import openweights.runtime.kernel.display.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Sliders in JupyterLab: run there, and in a notebook that nobody has trusted. */
class SliderInBrowserIT {

    private static final Home PROJECT = Home.locate();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PICTURES =
            """
            return [...document.querySelectorAll('.jp-OutputArea-output img')]
                .filter(i => getComputedStyle(i).visibility === 'visible' && i.getBoundingClientRect().height > 50)
                .map(i => i.alt.replace(/\\. .*/, ''));
            """;

    private static final String RANGE = "[data-openweights=slider] input";
    private static final String BUTTON = "[data-openweights=slider] button";

    @TempDir static Path folder;

    private static LabServer lab;
    private static Browser browser;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() throws IOException {
        Tools.require(PROJECT);
        lab = LabServer.start(PROJECT, "JupyterLab Dark");
        browser = Browser.start();
        keyboard = new Keyboard(browser.driver());
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void keysMoveOneSliderAndPlayReachesTheEnd() throws IOException {
        NotebookPage page = opened("run.ipynb", cell(code("rate"), ""), cell(code("step"), ""));
        page.runAll(Duration.ofMinutes(2));
        page.runAll(Duration.ofMinutes(2)); // the same cells once more
        page.images(6);
        assertEquals(List.of("rate 1", "step 1"), page.ask(PICTURES));
        List<String> heights = page.ask(heights());

        focus(RANGE);
        keyboard.press(Keys.ARROW_RIGHT);
        assertEquals(List.of("rate 20", "step 1"), page.ask(PICTURES));
        assertEquals("20", keyboard.find(RANGE).getDomAttribute("aria-valuetext"));
        assertEquals(List.of("20", "1"), page.ask(texts("label + span")));
        keyboard.press(Keys.END);
        assertEquals(List.of("rate 300", "step 1"), page.ask(PICTURES));

        focus(BUTTON); // which goes on from the beginning
        keyboard.press(Keys.ENTER);
        keyboard.await("document.querySelector('" + BUTTON + "').textContent === 'Pause'");
        keyboard.await("document.querySelector('" + BUTTON + "').textContent === 'Play'");
        assertEquals(List.of("rate 300", "step 1"), page.ask(PICTURES));
        assertEquals(heights, page.ask(heights()), "nothing has moved");
        assertEquals(List.of(), page.errors());
    }

    @Test
    void keysPauseWhatPlays() throws IOException {
        NotebookPage page = opened("pause.ipynb", cell(code("rate"), ""));
        page.runAll(Duration.ofMinutes(2));
        page.images(3);
        focus(BUTTON);
        keyboard.press(Keys.SPACE);
        keyboard.await("document.querySelector('" + BUTTON + "').textContent === 'Pause'");
        focus(RANGE);
        keyboard.press(Keys.HOME);
        assertEquals(List.of("Play"), page.ask(texts("button")));
        assertEquals(List.of("rate 1"), page.ask(PICTURES));
    }

    @Test
    void untrustedNotebookShowsAllPicturesWithTheirValues() throws IOException {
        String saved = Shown.html(slider("rate").start(1).playable());
        NotebookPage page = opened("untrusted.ipynb", cell(code("rate"), saved));
        page.images(3);
        assertEquals(List.of("rate 1", "rate 20", "rate 300"), page.ask(PICTURES));
        String words = page.outputs().get(0).replaceAll("\\s+", " ");
        assertEquals("rate = 1 rate = 20 rate = 300", words);
        assertTrue(
                page.ask(
                                "return [...document.querySelectorAll('"
                                        + RANGE
                                        + "')].filter(e => e.checkVisibility())")
                        .isEmpty());
    }

    @Test
    void trustedNotebookMovesWithoutItsKernel() throws IOException {
        Path notebook =
                notebook("trusted.ipynb", cell(code("rate"), Shown.html(slider("rate").start(1))));
        lab.add(notebook);
        lab.trust(notebook);
        NotebookPage page = NotebookPage.open(browser, lab, notebook);
        page.images(3);
        assertEquals(List.of("rate 20"), page.ask(PICTURES));
        focus(RANGE);
        keyboard.press(Keys.ARROW_LEFT);
        assertEquals(List.of("rate 1"), page.ask(PICTURES));
    }

    private static Slider slider(String name) {
        return Slider.of(
                name, new int[] {1, 20, 300}, n -> LineChart.of(name + " " + n).line("l", 0, n));
    }

    /** The same slider as code. */
    private static String code(String name) {
        return "Slider.of(\"%1$s\", new int[] {1, 20, 300}, n -> LineChart.of(\"%1$s \" + n).line(\"l\", 0, n)).playable()"
                .formatted(name);
    }

    private static void focus(String selector) {
        browser.driver().executeScript("document.querySelector(arguments[0]).focus()", selector);
    }

    private static String heights() {
        return "return [...document.querySelectorAll('.jp-OutputArea-output')].map(e =>"
                + " e.offsetHeight)";
    }

    private static String texts(String selector) {
        return "return [...document.querySelectorAll('[data-openweights=slider] %s')].map(e => e.textContent)"
                .formatted(selector);
    }

    private static NotebookPage opened(String name, Map<?, ?>... cells) throws IOException {
        Path notebook = notebook(name, cells);
        lab.add(notebook);
        return NotebookPage.open(browser, lab, notebook);
    }

    /**
     * @param html the saved output; empty for none
     */
    private static Map<String, Object> cell(String code, String html) {
        Map<String, Object> data = Map.of("text/html", html, "text/plain", "p");
        Map<String, Object> output =
                Map.of("output_type", "display_data", "metadata", Map.of(), "data", data);
        return Map.of(
                "cell_type",
                "code",
                "id",
                "c" + code.hashCode(),
                "metadata",
                Map.of(),
                "execution_count",
                1,
                "source",
                code,
                "outputs",
                html.isEmpty() ? List.of() : List.of(output));
    }

    private static Path notebook(String name, Map<?, ?>... cells) throws IOException {
        Map<String, String> kernel =
                Map.of("display_name", "Java", "language", "java", "name", "openweights");
        Path file = folder.resolve(name);
        JSON.writeValue(
                file.toFile(),
                Map.of(
                        "nbformat",
                        4,
                        "nbformat_minor",
                        5,
                        "metadata",
                        Map.of("kernelspec", kernel),
                        "cells",
                        List.of(cells)));
        return file;
    }
}
