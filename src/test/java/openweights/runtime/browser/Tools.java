package openweights.runtime.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.Requirement;
import openweights.base.Home;

/** The tools that browser tests need on this machine. */
final class Tools {

    private Tools() {}

    /**
     * Skips the test with a message if a tool is missing, or fails it with {@code
     * -Dopenweights.require=browser}.
     */
    static void require(Home project, Path... files) {
        List<Path> needed = new ArrayList<>(List.of(project.python()));
        needed.addAll(List.of(files));
        require(needed);
    }

    /** The same for tests of pages, which do not need Jupyter. */
    static void requireBrowser() {
        require(List.of());
    }

    private static void require(List<Path> more) {
        List<Path> needed = new ArrayList<>(List.of(Browser.PROGRAM, Browser.DRIVER));
        needed.addAll(more);
        List<Path> missing = needed.stream().filter(file -> !Files.exists(file)).toList();
        if (missing.isEmpty()) {
            return;
        }
        String why =
                "The browser test did not run: %s not there. It needs Chromium and ChromeDriver (Debian's packages chromium and chromium-driver) and ./course lab --set-up-only."
                        .formatted(missing);
        Requirement.BROWSER.missing(why);
    }
}
