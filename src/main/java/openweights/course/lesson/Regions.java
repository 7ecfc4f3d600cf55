package openweights.course.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.course.markdown.Problems;

/**
 * Named regions of library source code, which lessons show instead of copies.
 *
 * <pre>{@code
 * // @start region="sigmoid"
 * …
 * // @end
 * }</pre>
 *
 * <p>Regions cannot be nested. The markers are those of javadoc in JDK 18 and newer.
 */
final class Regions {

    private static final Pattern START = Pattern.compile("\\s*// @start region=\"([\\w-]+)\"\\s*");
    private static final Pattern END = Pattern.compile("\\s*// @end\\b.*");

    private final Path sources;

    /**
     * @param sources root folder of the Java sources
     */
    Regions(Path sources) {
        this.sources = sources;
    }

    /** The code of a region without its common indentation; reports a missing file or region. */
    Optional<String> read(Lesson.Block.Region wanted, Problems problems) {
        Path file = sources.resolve(wanted.file());
        if (!Files.isRegularFile(file)) {
            problems.add(
                    wanted.line(),
                    "there is no source file "
                            + wanted.file()
                            + " in src/main/java. Give its path from the package root, as in openweights/engine/weights/Npy.java.");
            return Optional.empty();
        }
        Map<String, String> regions = regions(file, wanted.line(), problems);
        if (!regions.containsKey(wanted.name())) {
            problems.add(wanted.line(), missing(wanted, regions));
        }
        return Optional.ofNullable(regions.get(wanted.name()));
    }

    private static String missing(Lesson.Block.Region wanted, Map<String, String> regions) {
        String there =
                regions.isEmpty()
                        ? "The file has none yet; mark one with // @start region=\""
                                + wanted.name()
                                + "\" and // @end."
                        : "Regions there: " + String.join(", ", regions.keySet()) + ".";
        return "there is no region \"" + wanted.name() + "\" in " + wanted.file() + ". " + there;
    }

    private static Map<String, String> regions(Path file, int line, Problems problems) {
        Map<String, String> regions = new LinkedHashMap<>();
        String open = null;
        StringBuilder code = new StringBuilder();
        for (String each : lines(file)) {
            Matcher start = START.matcher(each);
            if (start.matches()) {
                if (open != null) {
                    problems.add(line, unclosed(file, open));
                }
                open = start.group(1);
                code.setLength(0);
            } else if (open != null && END.matcher(each).matches()) {
                regions.put(open, code.toString().stripTrailing().stripIndent().strip());
                open = null;
            } else {
                code.append(each).append('\n');
            }
        }
        if (open != null) {
            problems.add(line, unclosed(file, open));
        }
        return regions;
    }

    private static String unclosed(Path file, String open) {
        return "region \""
                + open
                + "\" of "
                + file.getFileName()
                + " is not closed. Write // @end before the next region starts.";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read.", e);
        }
    }
}
