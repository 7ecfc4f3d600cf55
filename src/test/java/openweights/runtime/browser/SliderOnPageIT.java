package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import openweights.chart.LineChart;
import openweights.chart.Slider;
import openweights.course.site.Notebooks;
import openweights.course.site.Site;
import openweights.runtime.kernel.display.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Sliders on a page of the reader's edition, in a browser that runs no scripts. */
class SliderOnPageIT {

    private static final int PHONE = 400;
    private static final int DESK = 1100;
    private static final int PAPER = 658; // A4 without its margins

    private static final String PICTURES =
            "return [...document.images].filter(i => i.checkVisibility()).map(i =>"
                    + " i.alt.replace(/\\. .*/, ''))";

    @TempDir static Path folder;
    private static Browser browser;

    @BeforeAll
    static void write() throws IOException {
        Tools.requireBrowser();
        try (var css = Site.class.getResourceAsStream("style.css")) {
            Files.copy(css, folder.resolve("style.css"));
        }
        String page =
                Notebooks.of("# 03 · Sliders\n\nTwo of them.")
                        .shown("rates", Shown.html(slider("rate", 11)))
                        .shown("steps", Shown.html(slider("step", 3).start(2).playable()))
                        .page(folder);
        Files.writeString(folder.resolve("page.html"), page);
        browser = Browser.start();
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void arrowKeysMoveOneSliderAndLeaveTheOtherAlone() {
        ReaderPage page = open("light", DESK);
        assertEquals(List.of("rate 1", "step 201"), page.findings(PICTURES));
        WebElement focused = page.tab();
        for (int i = 0; i < 20 && !focused.getTagName().equals("input"); i++) {
            focused = page.tab();
        }
        page.press(Keys.ARROW_RIGHT);
        page.press(Keys.ARROW_RIGHT);
        assertEquals(List.of("rate 201", "step 201"), page.findings(PICTURES));
        assertEquals(
                List.of("3px"),
                page.findings(
                        "return [getComputedStyle(document.querySelector(':focus-visible +"
                                + " label')).outlineWidth]"));
        assertEquals("output-2-0-2", page.tab().getDomAttribute("id"), "one stop for each slider");
        page.press(Keys.ARROW_LEFT);
        assertEquals(List.of("rate 201", "step 101"), page.findings(PICTURES));
    }

    @Test
    void valuesAreLargeEnoughForAFinger() {
        ReaderPage page = open("dark", PHONE);
        assertTrue(page.overflow() <= 0, page.overflow() + " pixels too wide");
        List<String> small =
                page.findings(
                        "return [...document.querySelectorAll('.slider label')].map(l =>"
                                + " l.getBoundingClientRect()).filter(b => b.width < 44 || b.height <"
                                + " 44).map(b => b.width + ' x ' + b.height)");
        assertEquals(List.of(), small);
        assertEquals(List.of(), page.complaints());
    }

    @Test
    void pageIsWellStructuredAndHasContrast() {
        assertEquals(List.of(), open("light", PHONE).findings(SiteInBrowserIT.STRUCTURE));
        assertEquals(List.of(), open("light", DESK).findings(ReaderPage.CONTRAST));
        assertEquals(List.of(), open("dark", DESK).findings(ReaderPage.CONTRAST));
    }

    @Test
    void paperShowsTheFirstTheMiddleAndTheLastInARow() {
        ReaderPage page = open("print", PAPER);
        assertEquals(
                List.of("rate 1", "rate 501", "rate 1001", "step 1", "step 101", "step 201"),
                page.findings(PICTURES));
        assertEquals(
                List.of("2"),
                page.findings(
                        "return [new Set([...document.images].filter(i =>"
                                + " i.checkVisibility()).map(i =>"
                                + " i.getBoundingClientRect().top)).size]"));
        assertTrue(page.overflow() <= 0, page.overflow() + " pixels too wide");
    }

    private static Slider slider(String name, int count) {
        return Slider.of(
                name,
                IntStream.range(0, count).map(i -> 100 * i + 1).toArray(),
                n -> LineChart.of(name + " " + n).axes("x", "y").yRange(0, 1100).line("l", 0, n));
    }

    private static ReaderPage open(String theme, int width) {
        return ReaderPage.open(browser, folder.resolve("page.html"), theme, width);
    }
}
