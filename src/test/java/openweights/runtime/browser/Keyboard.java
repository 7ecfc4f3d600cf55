package openweights.runtime.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** What a person does in a browser with the keyboard, and sees. */
final class Keyboard {

    private final ChromeDriver driver;

    Keyboard(ChromeDriver driver) {
        this.driver = driver;
    }

    void press(CharSequence... keys) {
        for (CharSequence each : keys) {
            new Actions(driver).sendKeys(each).perform();
        }
    }

    void hold(Keys modifier, CharSequence key) {
        new Actions(driver).keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
    }

    void await(String script) {
        assertTrue(Patience.await(() -> holds(script)), () -> script + " on " + page());
    }

    /** Whether a script that inspects the page becomes true soon. */
    boolean sees(String script) {
        return Patience.await(Duration.ofSeconds(10), () -> holds(script));
    }

    private String page() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    /** While a page changes, a script may not find what it asks for. */
    private boolean holds(String script) {
        try {
            return Boolean.TRUE.equals(driver.executeScript("return " + script));
        } catch (JavascriptException e) {
            return false;
        }
    }

    void awaitTitle(String name) {
        await(
                "document.readyState === 'complete' && document.querySelector('h1').textContent === '"
                        + name
                        + "'");
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    void look(String theme, int width) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }
}
