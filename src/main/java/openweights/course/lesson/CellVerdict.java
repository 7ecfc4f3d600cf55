package openweights.course.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.Problem;
import openweights.runtime.session.CellOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cell behaved as the lesson says.
 *
 * @param problems empty if it did
 * @param ended whether the cell ended as it should, so that running the cells after it makes sense
 */
record CellVerdict(List<Problem> problems, boolean ended) {

    private static final String CHART_WITHOUT_ALT = "[chart without alt text]";

    /** How the kernel reports the line of an error in its cell. */
    private static final Pattern LINE_IN_CELL = Pattern.compile("(?m)^\\s*[Ll]ine (\\d+)\\b");

    static CellVerdict of(String file, Block.Code code, CellOutcome outcome) {
        List<Problem> problems = new ArrayList<>();
        String ending = ending(code, outcome);
        if (!ending.isEmpty()) {
            problems.add(new Problem(file, line(code, outcome), ending));
        }
        if (!outcome.stream("stderr").isBlank() && !code.attributes().stderr()) {
            problems.add(new Problem(file, code.line(), noise(outcome.stream("stderr"))));
        }
        if (showsChartWithoutAlt(outcome)) {
            problems.add(
                    new Problem(
                            file,
                            code.line(),
                            "this cell shows a chart without alt text. Add alt text that says what a reader who cannot see the chart needs to know."));
        }
        return new CellVerdict(problems, ending.isEmpty());
    }

    private static String ending(Block.Code code, CellOutcome outcome) {
        String expected = code.attributes().raises();
        return switch (outcome.status()) {
            case OK ->
                    expected == null
                            ? ""
                            : "this cell should end with "
                                    + expected
                                    + ", but it ran without an error. Remove raises="
                                    + expected
                                    + ", or fix the code.";
            case ERROR -> error(expected, outcome);
            case ABORTED -> "this cell was not run, because one before it failed.";
            case TIMED_OUT ->
                    String.format(
                            Locale.ROOT,
                            "this cell was stopped after %.0f s. Make it faster: a lesson should run in a minute.",
                            outcome.seconds());
            case DIED ->
                    "the kernel's process ended while this cell was running. Does it need more memory than the kernel has?";
        };
    }

    private static String error(@Nullable String expected, CellOutcome outcome) {
        String found = simpleName(outcome.errorName());
        if (expected == null) {
            return "this cell fails:"
                    + shown(outcome)
                    + "\n    Fix it, or add raises="
                    + found
                    + " after ```java if it is meant to fail.";
        }
        if (expected.equals(found)) {
            return "";
        }
        return "this cell should end with "
                + expected
                + ", but it ended with "
                + found
                + ":"
                + shown(outcome);
    }

    private static String shown(CellOutcome outcome) {
        return outcome.traceback()
                .lines()
                .map(line -> "\n    | " + line)
                .collect(Collectors.joining());
    }

    private static String simpleName(String name) {
        return name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    }

    /**
     * The line of the lesson where the error is; that of the opening fence if the error names none.
     */
    private static int line(Block.Code code, CellOutcome outcome) {
        Matcher inCell = LINE_IN_CELL.matcher(outcome.traceback());
        return code.line() + (inCell.find() ? Integer.parseInt(inCell.group(1)) : 0);
    }

    private static String noise(String text) {
        return "this cell writes to standard error: \""
                + text.strip().lines().findFirst().orElse("")
                + "\". Silence that output, or add stderr after ```java if readers should see it.";
    }

    private static boolean showsChartWithoutAlt(CellOutcome outcome) {
        for (JsonNode output : outcome.outputs()) {
            if (output.at("/data/text~1plain").asText().startsWith(CHART_WITHOUT_ALT)) {
                return true;
            }
        }
        return false;
    }
}
