package openweights.runtime.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A page of the site, opened from disk in a browser that does not run scripts. */
final class ReaderPage {

    /** A script that lists each text whose contrast with its background is below 4.5. */
    static final String CONTRAST =
            """
            const numbers = color => (color.match(/[\\d.]+/g) || []).map(Number);
            const linear = v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
            const luminance = c => { const [r, g, b] = numbers(c).map(v => linear(v / 255)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; const n = numbers(c); if (n.length === 3 || n[3] === 1) return c; } return 'none'; };
            const faint = new Set();
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            let seen = 0;
            while (texts.nextNode()) {
              const text = texts.currentNode;
              if (!text.textContent.trim()) continue;
              seen++;
              const one = luminance(getComputedStyle(text.parentElement).color), other = luminance(ground(text.parentElement));
              const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
              if (!(ratio >= 4.5)) faint.add(text.parentElement.tagName + ' ' + text.parentElement.className + ': ' + ratio + ' ' + text.textContent.trim().slice(0, 30));
            }
            if (seen < 20) faint.add('only ' + seen + ' texts were looked at');
            return [...faint];
            """;

    private final ChromeDriver driver;

    private ReaderPage(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * @param theme {@code light}, {@code dark}, or {@code print} for paper
     * @param width width of the window in pixels
     */
    static ReaderPage open(Browser browser, Path file, String theme, int width) {
        ChromeDriver driver = browser.driver();
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        boolean paper = theme.equals("print");
        Map<String, String> scheme =
                Map.of("name", "prefers-color-scheme", "value", paper ? "dark" : theme);
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", paper ? "print" : "screen", "features", List.of(scheme)));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.manage().logs().get(LogType.BROWSER); // forget what earlier pages said
        driver.get(file.toUri().toString());
        return new ReaderPage(driver);
    }

    /** The current file, such as {@code 03-a-tiny-network-learns.html}. */
    String file() {
        return driver.getCurrentUrl().replaceFirst(".*/", "").replaceFirst("#.*", "");
    }

    String title() {
        return driver.getTitle();
    }

    /** The browser's error messages. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** How many pixels the page is wider than its window. */
    long overflow() {
        return (Long)
                driver.executeScript(
                        "return document.documentElement.scrollWidth - window.innerWidth");
    }

    /** Runs a script that inspects the page; returns one line per finding. */
    List<String> findings(String script) {
        return ((List<?>) driver.executeScript(script)).stream().map(String::valueOf).toList();
    }

    /** The role and name of each node in the accessibility tree. */
    List<String> spokenNames() {
        driver.executeCdpCommand("Accessibility.enable", Map.of());
        Map<?, ?> tree = driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of());
        return ((List<?>) tree.get("nodes"))
                .stream()
                        .map(node -> (Map<?, ?>) node)
                        .filter(node -> !Boolean.TRUE.equals(node.get("ignored")))
                        .map(node -> value(node.get("role")) + " " + value(node.get("name")))
                        .filter(words -> !words.startsWith("InlineTextBox ")) // of a text above
                        .toList();
    }

    private static Object value(Object property) {
        return property instanceof Map<?, ?> map ? map.get("value") : "";
    }

    String background() {
        return (String)
                driver.executeScript(
                        "return getComputedStyle(document.documentElement).backgroundColor");
    }

    /** Presses the tab key and returns the element that then has the focus. */
    WebElement tab() {
        return press(Keys.TAB);
    }

    WebElement press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
        return driver.switchTo().activeElement();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }
}
