package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import openweights.base.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A student opens lesson 03 in JupyterLab and chooses Run All Cells. */
class LessonInBrowserIT {

    private static final Home PROJECT = Home.locate();
    private static final Path LESSON =
            PROJECT.notebooks().resolve("03-a-tiny-network-learns.ipynb");

    private static final Path OTHER = PROJECT.notebooks().resolve("00-ready.ipynb");

    private static final String TABS =
            "[...document.querySelectorAll('#jp-main-dock-panel .lm-TabBar-tabLabel')].map(e => e.innerText)";

    private static final String LINK =
            "[...document.querySelectorAll('.jp-MarkdownViewer a')].filter(a => a.pathname.endsWith('%s')).pop()"
                    .formatted(LESSON.getFileName());

    /** The lesson has at least this many charts. */
    private static final int CHARTS = 5;

    private static LabServer lab;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Tools.require(PROJECT, LESSON);
        lab = LabServer.start(PROJECT, "JupyterLab Light");
        lab.add(LESSON);
        browser = Browser.start();
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
    void runsWholeLessonAndShowsItsCharts() throws IOException {
        NotebookPage page = NotebookPage.open(browser, lab, LESSON);
        // The committed notebook shows its charts although it is not trusted.
        assertDescribed(page.images(CHARTS));

        page.awaitIdleKernel(); // before anything runs in it
        page.runAll(Duration.ofMinutes(5));
        page.awaitAllRan();
        page.awaitEnd(Duration.ofMinutes(5));

        assertEquals(List.of(), page.errors().stream().filter(this::isUnexpected).toList());
        assertDescribed(page.images(CHARTS));
    }

    /** Otherwise each notebook that was open would start a kernel, all at once. */
    @Test
    void openingTheCourseAgainOpensOneNotebook() throws IOException {
        lab.add(OTHER);
        NotebookPage page = NotebookPage.at(browser, lab.address(LESSON, "reset"), LESSON);
        browser.driver().get(lab.address(OTHER, ""));
        page.await("return %s.length === 2".formatted(TABS)); // JupyterLab restores what was open
        NotebookPage.at(browser, lab.address(OTHER, "reset"), OTHER);
        assertEquals(List.of(OTHER.getFileName().toString()), page.ask("return " + TABS));
    }

    /** The glossary is a page, from which the lesson is opened at a heading far below. */
    @Test
    void aLinkToAHeadingLeadsThere() throws IOException {
        Path glossary = PROJECT.notebooks().resolve("glossary.md");
        lab.add(glossary);
        browser.driver().get(lab.address(glossary, "reset"));
        Keyboard keyboard = new Keyboard(browser.driver());
        keyboard.await(LINK + " !== undefined");
        Object id =
                browser.driver()
                        .executeScript(
                                "%1$s.click(); return decodeURIComponent(%1$s.hash.slice(1))"
                                        .formatted(LINK));
        String heading = "document.querySelector('.jp-Notebook h2[data-jupyter-id=\"%s\"]')";
        String top = heading.formatted(id) + ".getBoundingClientRect().top";
        keyboard.await("%1$s > 0 && %1$s < innerHeight".formatted(top)); // it is on the screen
    }

    private static void assertDescribed(List<NotebookPage.Image> charts) {
        assertAll(
                charts.stream()
                        .map(chart -> () -> assertTrue(isSeenAndHeard(chart), chart.toString())));
    }

    /** An unanswered exercise ends with an error that says so. */
    private boolean isUnexpected(String error) {
        return !error.startsWith("NotYet: ");
    }

    private static boolean isSeenAndHeard(NotebookPage.Image chart) {
        boolean described =
                chart.alt().length() > 20 && !chart.alt().contains("chart without alt text");
        return described && chart.pixels() > 300;
    }
}
