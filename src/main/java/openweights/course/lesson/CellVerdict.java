package openweights.course.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.Problem;
import openweights.runtime.session.CellOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cell did what the lesson says.
 *
 * @param problems empty if it did
 * @param ended whether the cell ended as it should, so that the cells behind it make sense
 */
record CellVerdict(List<Problem> problems, boolean ended) {

    private static final String CHART_WITHOUT_ALT = "[chart without alt text]";

    /** How the kernel begins the line of an error that tells where in the cell it is. */
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
                            "this cell shows a chart without alt text. Describe in it what a reader who cannot see the chart needs to know."));
        }
        return new CellVerdict(problems, ending.isEmpty());
    }

    private static String ending(Block.Code code, CellOutcome outcome) {
        String wanted = code.attributes().raises();
        return switch (outcome.status()) {
            case OK ->
                    wanted == null
                            ? ""
                            : "this cell should end with "
                                    + wanted
                                    + ", but it ran to its end. Take raises="
                                    + wanted
                                    + " away, or mend the code.";
            case ERROR -> error(wanted, outcome);
            case ABORTED -> "this cell was not run, as one before it failed.";
            case TIMED_OUT ->
                    "this cell was stopped after %.0f s. Make it shorter: a lesson has a minute."
                            .formatted(outcome.seconds());
            case DIED ->
                    "the kernel's process ended while this cell ran. Look for System.exit, or for more memory than the kernel has.";
        };
    }

    private static String error(@Nullable String wanted, CellOutcome outcome) {
        String found = simpleName(outcome.errorName());
        if (wanted == null) {
            return "this cell fails:"
                    + shown(outcome)
                    + "\n    Mend it, or write raises="
                    + found
                    + " behind ```java if it is meant to fail.";
        }
        if (wanted.equals(found)) {
            return "";
        }
        return "this cell should end with "
                + wanted
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

    /** The line of the lesson that the error is in; the fence's own if the error does not say. */
    private static int line(Block.Code code, CellOutcome outcome) {
        Matcher inCell = LINE_IN_CELL.matcher(outcome.traceback());
        return code.line() + (inCell.find() ? Integer.parseInt(inCell.group(1)) : 0);
    }

    private static String noise(String text) {
        return "this cell writes to its standard error: \""
                + text.strip().lines().findFirst().orElse("")
                + "\". Silence what writes there, or write stderr behind ```java if readers should see it.";
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
