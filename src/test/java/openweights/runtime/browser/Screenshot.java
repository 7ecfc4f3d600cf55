package openweights.runtime.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import openweights.base.Home;

/**
 * Captures a whole notebook as JupyterLab shows it.
 *
 * <pre>{@code
 * ./mvnw -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=openweights.runtime.browser.Screenshot \
 *     -Dexec.args="notebooks/03-a-tiny-network-learns.ipynb /tmp/03.png --dark --run"
 * }</pre>
 *
 * Options: {@code --dark} for the dark theme, {@code --trusted} to show saved outputs as a trusted
 * notebook does, {@code --run} to run all cells first, {@code --width=1100} in pixels. The
 * project's Python environment must exist ({@code ./course lab --set-up-only}).
 */
public final class Screenshot {

    private Screenshot() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = Arrays.stream(arguments).filter(a -> a.startsWith("--")).toList();
        List<String> files = Arrays.stream(arguments).filter(a -> !a.startsWith("--")).toList();
        if (files.size() != 2) {
            throw new IllegalArgumentException(
                    "Give a notebook and a picture to write: NOTEBOOK.ipynb OUT.png [--dark] [--trusted] [--run] [--width=1100]");
        }
        take(Path.of(files.get(0)), Path.of(files.get(1)), options);
    }

    private static void take(Path notebook, Path png, List<String> options) throws IOException {
        String theme = options.contains("--dark") ? "JupyterLab Dark" : "JupyterLab Light";
        try (LabServer lab = LabServer.start(Home.locate(), theme);
                Browser browser = Browser.start()) {
            lab.add(notebook);
            if (options.contains("--trusted")) {
                lab.trust(notebook);
            }
            NotebookPage page = NotebookPage.open(browser, lab, notebook);
            if (options.contains("--run")) {
                page.runAll(Duration.ofMinutes(5));
            }
            page.images(0);
            page.screenshot(png, width(options));
        }
    }

    private static int width(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith("--width="))
                .mapToInt(option -> Integer.parseInt(option.substring("--width=".length())))
                .findFirst()
                .orElse(1100);
    }
}
