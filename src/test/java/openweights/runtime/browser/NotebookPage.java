package openweights.runtime.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A notebook open in JupyterLab. */
final class NotebookPage {

    private static final Set<String> COLLAPSED_OR_NEVER_RUN = Set.of("", "[ ]:");
    private static final String WAITING = "[*]:";

    private final ChromeDriver driver;

    private NotebookPage(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * A picture in an output.
     *
     * @param pixels its decoded width; 0 if the browser could not decode it
     */
    record Image(String alt, long pixels) {}

    /** Opens a notebook and waits for its cells. Its kernel may still be starting. */
    static NotebookPage open(Browser browser, LabServer lab, Path notebook) throws IOException {
        return at(browser, lab.address(notebook), notebook);
    }

    /** The same at another address of the notebook. */
    static NotebookPage at(Browser browser, String address, Path notebook) throws IOException {
        int cells = codeCells(notebook);
        NotebookPage page = new NotebookPage(browser.driver());
        page.driver.get(address);
        page.await("the notebook", Patience.LIMIT, () -> page.prompts().size() == cells);
        return page;
    }

    /** Waits until the page says that the kernel is ready. */
    void awaitIdleKernel() {
        await("an idle kernel", Patience.LIMIT, () -> status().contains("| Idle"));
    }

    /** Clears all outputs, chooses Run All Cells, and waits until no cell is queued or running. */
    void runAll(Duration limit) {
        startAll();
        awaitEnd(limit);
    }

    /** Clears all outputs, chooses Run All Cells, and waits until the first cell is queued. */
    void startAll() {
        choose("Edit", "Clear Outputs of All Cells");
        await("cleared cells", Patience.LIMIT, () -> !hasRun());
        choose("Run", "Run All Cells");
        await("the first cell to start", Patience.LIMIT, this::hasRun);
    }

    /** Waits until no cell is queued or running. */
    void awaitEnd(Duration limit) {
        await("all cells to end", limit, () -> !prompts().contains(WAITING));
    }

    /** Waits until no cell is left that never ran: between two cells none may be queued. */
    void awaitAllRan() {
        await("every cell to have run", Patience.LIMIT, () -> !prompts().contains("[ ]:"));
    }

    /**
     * The prompts of the code cells, such as {@code [3]:}; a cell that was never run has {@code [
     * ]:}.
     */
    List<String> prompts() {
        return strings("document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')", "textContent");
    }

    /** The text of all errors in cells. */
    List<String> errors() {
        return strings(
                "document.querySelectorAll('[data-mime-type=\"application/vnd.jupyter.error\"],"
                        + " [data-mime-type=\"application/vnd.jupyter.stderr\"]')",
                "innerText");
    }

    /**
     * All pictures in outputs from top to bottom, after each has been decoded or has failed.
     *
     * @param min how many pictures to wait for
     */
    List<Image> images(int min) {
        String all = "Array.from(document.querySelectorAll('.jp-OutputArea-output img'))";
        String decoded =
                "return %1$s.length >= %2$d && %1$s.every(i => i.complete)".formatted(all, min);
        await(min + " pictures", Patience.LIMIT, () -> (Boolean) driver.executeScript(decoded));
        List<?> found =
                (List<?>)
                        driver.executeScript(
                                "return "
                                        + all
                                        + ".map(i => [i.getAttribute('alt') || '',"
                                        + " i.naturalWidth])");
        return found.stream()
                .map(image -> (List<?>) image)
                .map(image -> new Image((String) image.get(0), (Long) image.get(1)))
                .toList();
    }

    /** The text of each output, without surrounding white space. */
    List<String> outputs() {
        return strings("document.querySelectorAll('.jp-OutputArea-output')", "innerText.trim()");
    }

    /** The captions of all tables in outputs. */
    List<String> captions() {
        return strings(
                "document.querySelectorAll('.jp-OutputArea-output table caption')", "innerText");
    }

    /** Waits until a script that inspects the page returns true. */
    void await(String script) {
        await(script, Patience.LIMIT, () -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** Runs a script that inspects the page; returns one line per finding. */
    List<String> ask(String script) {
        return ((List<?>) driver.executeScript(script)).stream().map(String::valueOf).toList();
    }

    /** Saves the whole notebook as an image. */
    void screenshot(Path png, int width) throws IOException {
        resize(width, 1000);
        Number height =
                (Number)
                        driver.executeScript(
                                "const n = document.querySelector('.jp-Notebook');const inner ="
                                        + " n.querySelector('.jp-WindowedPanel-inner') || n;return"
                                        + " n.getBoundingClientRect().top + inner.scrollHeight + 120;");
        resize(width, Math.min(16000, height.intValue()));
        Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void choose(String menu, String item) {
        click(".lm-MenuBar-itemLabel", menu);
        click(".lm-Menu-itemLabel", item);
    }

    private void click(String selector, String text) {
        await(text, Patience.LIMIT, () -> find(selector, text).isPresent());
        find(selector, text).orElseThrow().click();
    }

    private Optional<WebElement> find(String selector, String text) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(element -> element.getText().equals(text))
                .findFirst();
    }

    private static int codeCells(Path notebook) throws IOException {
        int count = 0;
        for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).path("cells")) {
            count += cell.path("cell_type").asText().equals("code") ? 1 : 0;
        }
        return count;
    }

    private boolean hasRun() {
        return prompts().stream().anyMatch(prompt -> !COLLAPSED_OR_NEVER_RUN.contains(prompt));
    }

    /** The text in the status bar, such as {@code No Kernel | Initializing}. */
    private String status() {
        return String.join(
                " ", strings("document.querySelectorAll('#jp-main-statusbar')", "innerText"));
    }

    private List<String> strings(String elements, String property) {
        List<?> found =
                (List<?>)
                        driver.executeScript(
                                "return Array.from(%s).map(e => e.%s)"
                                        .formatted(elements, property));
        return found.stream().map(String::valueOf).toList();
    }

    private void await(String what, Duration limit, BooleanSupplier there) {
        if (!Patience.await(limit, there)) {
            throw new AssertionError(
                    "Waited %d s for %s. Cells: %s; status: %s"
                            .formatted(limit.toSeconds(), what, prompts(), status()));
        }
    }
}
