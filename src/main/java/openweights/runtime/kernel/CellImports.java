package openweights.runtime.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The imports of every cell. */
public final class CellImports {

    private static final String OURS = "/openweights/runtime/kernel/imports.txt";

    /** JJava's own imports. */
    private static final List<String> JJAVA =
            List.of(
                    "java.util.*",
                    "java.io.*",
                    "java.math.*",
                    "java.net.*",
                    "java.time.*",
                    "java.util.concurrent.*",
                    "java.util.prefs.*",
                    "java.util.regex.*");

    private CellImports() {}

    /** All of the kernel's import declarations. */
    public static List<String> all() {
        return Stream.concat(JJAVA.stream().map(CellImports::line), ours().stream()).toList();
    }

    /** The import declarations that the course adds to JJava's. */
    public static List<String> ours() {
        try (InputStream in = CellImports.class.getResourceAsStream(OURS);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(CellImports::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String imported) {
        return "import " + imported + ";";
    }
}
