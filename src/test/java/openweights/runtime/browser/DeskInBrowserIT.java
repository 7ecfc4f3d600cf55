package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import openweights.grading.desk.Desk;
import openweights.grading.desk.DeskSamples;
import openweights.grading.desk.DeskServer;
import openweights.grading.result.GradingFolder;
import openweights.grading.run.SampleExercise;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The desk in a real browser, with the keyboard alone. */
class DeskInBrowserIT {

    private static Browser browser;
    private static Keyboard desk;

    @TempDir private Path grading;

    private GradingFolder folder;
    private DeskServer server;

    @BeforeAll
    static void start() throws IOException {
        Tools.requireBrowser();
        browser = Browser.start();
        desk = new Keyboard(browser.driver());
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        folder = DeskSamples.write(grading, "ann", "bob", "cem", "dan", "eve", "fay");
        serve();
    }

    private void serve() throws IOException {
        server = DeskServer.start(new Desk(SampleExercise.exercise(), folder, "Ann", false), 0);
        driver().manage().logs().get(LogType.BROWSER);
        driver().get(server.address());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static ChromeDriver driver() {
        return browser.driver();
    }

    private Grade grade(String student) throws IOException {
        return Grades.of(folder).all().stream()
                .filter(each -> each.student().equals(student))
                .findFirst()
                .orElseThrow();
    }

    /** From the list to the third student, a new rubric item, points, a comment, done, undo. */
    @Test
    void aMorningWithTheKeyboardAlone() throws IOException {
        desk.press("j", "j", "j", Keys.ENTER);
        desk.awaitTitle("cem");
        desk.press("i", "adds 2");
        desk.hold(Keys.SHIFT, Keys.TAB);
        desk.press("-0.5", Keys.ENTER);
        desk.await("document.querySelector('#q1 .item[aria-pressed=true]') !== null");
        desk.press("p", "1", Keys.ENTER);
        desk.await("document.querySelector('#q1 .score strong').textContent === '1'");
        assertEquals(1, grade("cem").points("q1"));
        desk.press("c", "nearly");
        desk.hold(Keys.CONTROL, Keys.ENTER);
        desk.await("document.querySelector('#q1 [name=comment-was]').value === 'nearly'");
        assertEquals("adds 2 (−0.5); nearly", grade("cem").manual().get("q1").comment());
        desk.press("1");
        desk.await("document.querySelector('#q1 .item[aria-pressed=false]') !== null");
        assertEquals(1.5, grade("cem").points("q1"), "the item no longer takes half a point");
        desk.press("n", "z");
        desk.await("document.querySelector('#q2 .score strong').textContent === '0'");
        desk.press("u");
        desk.await("document.querySelector('#q2 .score strong').textContent === '1'");
        desk.press("d");
        desk.awaitTitle("dan");
        desk.press("k");
        desk.awaitTitle("cem");
        assertTrue(desk.find("form.done").getText().contains("Done by Ann"));
        assertEquals(List.of(), desk.complaints());
    }

    @Test
    void goingOnSavesWhatWasTyped() throws IOException {
        desk.press("j", Keys.ENTER);
        desk.awaitTitle("ann");
        desk.press("c", "very good", Keys.ESCAPE, "j");
        desk.awaitTitle("bob");
        desk.press("k");
        desk.awaitTitle("ann");
        assertEquals("very good", desk.find("#q1 textarea").getAttribute("value"));
        assertEquals(2, grade("ann").points("q1"), "a comment changes no points");
    }

    /** The browser is closed in the middle of a sentence, and the desk is stopped and started. */
    @Test
    void whatWasTypedAndNotSavedIsStillThere() {
        desk.press("j", Keys.ENTER);
        desk.awaitTitle("ann");
        desk.press("c", "half a sen");
        String page = driver().getCurrentUrl();
        driver().get("about:blank");
        driver().get(page);
        desk.awaitTitle("ann");
        assertEquals("half a sen", desk.find("#q1 textarea").getAttribute("value"));
        assertTrue(desk.find("#q1 .draft").isDisplayed());
        desk.press("c", "tence");
        desk.hold(Keys.CONTROL, Keys.ENTER);
        desk.await("document.querySelector('#q1 [name=comment-was]').value === 'half a sentence'");
        assertFalse(desk.find("#q1 .draft").isDisplayed());
    }

    @Test
    void commentsAtALine() {
        desk.press("j", Keys.ENTER);
        desk.awaitTitle("ann");
        desk.press("l", Keys.ENTER);
        desk.await("document.activeElement.name === 'note'");
        desk.press("short!");
        desk.hold(Keys.CONTROL, Keys.ENTER);
        desk.await("document.querySelector('#q1 .note') !== null");
        assertTrue(desk.find("#q1 .note").getText().startsWith("short!"));
        assertEquals(List.of(), desk.complaints());
    }

    @Test
    void judgesEqualAnswersTogether() throws IOException {
        desk.press("j", "j", "j", Keys.ENTER);
        desk.awaitTitle("cem");
        desk.press("g");
        desk.awaitTitle("2 equal answers");
        desk.press("p", "1", Keys.ENTER);
        desk.await("document.querySelector('.notice') !== null");
        assertEquals(1, grade("cem").points("q1"));
        assertEquals(1, grade("fay").points("q1"));
    }

    @Test
    void worksWithoutScripts() throws IOException {
        driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            driver().get(server.address());
            desk.find(".students tbody a").click();
            desk.awaitTitle("ann");
            desk.find("#q1 [name=points]").sendKeys("0" + Keys.ENTER);
            desk.await("document.querySelector('#q1 .score strong').textContent === '0'");
            assertEquals(0, grade("ann").points("q1"));
        } finally {
            driver().executeCdpCommand(
                            "Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void fitsAPhoneAndADeskInBothThemes() {
        String student = desk.find(".students tbody a").getAttribute("href");
        String root = server.address();
        try {
            for (String theme : List.of("light", "dark")) {
                for (int width : new int[] {400, 1100}) {
                    desk.look(theme, width);
                    for (String page :
                            List.of(
                                    root,
                                    student,
                                    root + "groups/q1",
                                    root + "rubric",
                                    root + "copies",
                                    root + "numbers",
                                    root + "history")) {
                        driver().get(page);
                        String where = theme + " " + width + " " + page.substring(root.length());
                        assertEquals(List.of(), driver().executeScript(ReaderPage.CONTRAST), where);
                        assertTrue(
                                (Long)
                                                driver().executeScript(
                                                                "return document.documentElement.scrollWidth - window.innerWidth")
                                        <= 0,
                                where);
                    }
                }
            }
        } finally {
            driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
        assertEquals(List.of(), desk.complaints());
    }

    /** No time is asserted; whoever runs this sees how long a thousand take. */
    @Test
    void showsAThousand() throws IOException {
        server.close();
        String[] students =
                IntStream.range(0, 1000).mapToObj("student-%04d"::formatted).toArray(String[]::new);
        folder = DeskSamples.write(grading.resolve("large"), students);
        serve();
        assertEquals(
                1000L,
                driver().executeScript(
                                "return document.querySelectorAll('.students tbody tr').length"));
        desk.press("/", "student-0777", Keys.ENTER);
        desk.awaitTitle("student-0777");
        assertEquals("778 of 1000", desk.find(".turn .place").getText());
    }
}
