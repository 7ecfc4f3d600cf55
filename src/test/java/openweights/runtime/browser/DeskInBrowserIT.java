package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
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
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The desk in a real browser, with the keyboard alone. */
class DeskInBrowserIT {

    private static final int TRIES = 400;

    private static Browser browser;

    @TempDir private Path grading;

    private GradingFolder folder;
    private DeskServer server;

    @BeforeAll
    static void start() throws IOException {
        Tools.requireBrowser();
        browser = Browser.start();
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

    private static void press(CharSequence... keys) {
        for (CharSequence each : keys) {
            new Actions(driver()).sendKeys(each).perform();
        }
    }

    private static void hold(Keys modifier, Keys key) {
        new Actions(driver()).keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
    }

    private static void await(String script) {
        for (int i = 0; i < TRIES && !holds(script); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertTrue(holds(script), script);
    }

    /** While a page changes, a script may not find what it asks for. */
    private static boolean holds(String script) {
        try {
            return Boolean.TRUE.equals(driver().executeScript("return " + script));
        } catch (JavascriptException e) {
            return false;
        }
    }

    private static void awaitTitle(String name) {
        await(
                "document.readyState === 'complete' && document.querySelector('h1').textContent === '"
                        + name
                        + "'");
    }

    private static WebElement find(String selector) {
        return driver().findElement(By.cssSelector(selector));
    }

    private Grade grade(String student) throws IOException {
        return Grades.of(folder).all().stream()
                .filter(each -> each.student().equals(student))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> complaints() {
        return driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** From the list to the third student, a new rubric item, points, a comment, done, undo. */
    @Test
    void aMorningWithTheKeyboardAlone() throws IOException {
        press("j", "j", "j", Keys.ENTER);
        awaitTitle("cem");
        press("i", "adds 2");
        hold(Keys.SHIFT, Keys.TAB);
        press("-0.5", Keys.ENTER);
        await("document.querySelector('#q1 .item[aria-pressed=true]') !== null");
        press("p", "1", Keys.ENTER);
        await("document.querySelector('#q1 .score strong').textContent === '1'");
        assertEquals(1, grade("cem").points("q1"));
        press("c", "nearly");
        hold(Keys.CONTROL, Keys.ENTER);
        await("document.querySelector('#q1 [name=comment-was]').value === 'nearly'");
        assertEquals("adds 2 (−0.5); nearly", grade("cem").manual().get("q1").comment());
        press("1");
        await("document.querySelector('#q1 .item[aria-pressed=false]') !== null");
        assertEquals(1.5, grade("cem").points("q1"), "the item no longer takes half a point");
        press("n", "z");
        await("document.querySelector('#q2 .score strong').textContent === '0'");
        press("u");
        await("document.querySelector('#q2 .score strong').textContent === '1'");
        press("d");
        awaitTitle("dan");
        press("k");
        awaitTitle("cem");
        assertTrue(find("form.done").getText().contains("Done by Ann"));
        assertEquals(List.of(), complaints());
    }

    @Test
    void goingOnSavesWhatWasTyped() throws IOException {
        press("j", Keys.ENTER);
        awaitTitle("ann");
        press("c", "very good", Keys.ESCAPE, "j");
        awaitTitle("bob");
        press("k");
        awaitTitle("ann");
        assertEquals("very good", find("#q1 textarea").getAttribute("value"));
        assertEquals(2, grade("ann").points("q1"), "a comment changes no points");
    }

    /** The browser is closed in the middle of a sentence, and the desk is stopped and started. */
    @Test
    void whatWasTypedAndNotSavedIsStillThere() {
        press("j", Keys.ENTER);
        awaitTitle("ann");
        press("c", "half a sen");
        String page = driver().getCurrentUrl();
        driver().get("about:blank");
        driver().get(page);
        awaitTitle("ann");
        assertEquals("half a sen", find("#q1 textarea").getAttribute("value"));
        assertTrue(find("#q1 .draft").isDisplayed());
        press("c", "tence");
        hold(Keys.CONTROL, Keys.ENTER);
        await("document.querySelector('#q1 [name=comment-was]').value === 'half a sentence'");
        assertFalse(find("#q1 .draft").isDisplayed());
    }

    @Test
    void commentsAtALine() {
        press("j", Keys.ENTER);
        awaitTitle("ann");
        press("l", Keys.ENTER);
        await("document.activeElement.name === 'note'");
        press("short!");
        hold(Keys.CONTROL, Keys.ENTER);
        await("document.querySelector('#q1 .note') !== null");
        assertTrue(find("#q1 .note").getText().startsWith("short!"));
        assertEquals(List.of(), complaints());
    }

    @Test
    void judgesEqualAnswersTogether() throws IOException {
        press("j", "j", "j", Keys.ENTER);
        awaitTitle("cem");
        press("g");
        awaitTitle("2 equal answers");
        press("p", "1", Keys.ENTER);
        await("document.querySelector('.notice') !== null");
        assertEquals(1, grade("cem").points("q1"));
        assertEquals(1, grade("fay").points("q1"));
    }

    @Test
    void worksWithoutScripts() throws IOException {
        driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            driver().get(server.address());
            find(".students tbody a").click();
            find("#q1 [name=points]").sendKeys("0" + Keys.ENTER);
            assertEquals("0", find("#q1 .score strong").getText());
            assertEquals(0, grade("ann").points("q1"));
        } finally {
            driver().executeCdpCommand(
                            "Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void fitsAPhoneAndADeskInBothThemes() {
        String student = find(".students tbody a").getAttribute("href");
        String root = server.address();
        try {
            for (String theme : List.of("light", "dark")) {
                for (int width : new int[] {400, 1100}) {
                    look(theme, width);
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
        assertEquals(List.of(), complaints());
    }

    private static void look(String theme, int width) {
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                width,
                                "height",
                                900,
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                false));
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
        press("/", "student-0777", Keys.ENTER);
        awaitTitle("student-0777");
        assertEquals("778 of 1000", find(".turn .place").getText());
    }
}
