package openweights.runtime.kernel.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Cells;
import openweights.runtime.kernel.cell.Stop;

/** The stack frames of an exception that lie in cells, shown as lines of those cells. */
final class Trace {

    /** JShell's file name for a frame: {@code #12}, the snippet's id. */
    private static final Pattern SNIPPET = Pattern.compile("#(\\w+)");

    private static final int LIMIT = 8;

    /** What a cell of tests calls; that it throws says nothing to a student. */
    private static final String TESTS = "openweights.course.exercise.QuestionCheck";

    private final Cells cells;
    private final Cell current;

    Trace(Cells cells, Cell current) {
        this.cells = cells;
        this.current = current;
    }

    List<String> lines(StackTraceElement[] frames) {
        List<String> lines = new ArrayList<>();
        thrower(frames).ifPresent(lines::add);
        int repeated = 0;
        String last = "";
        for (StackTraceElement frame : frames) {
            String line = line(frame).orElse("");
            if (line.equals(last)) {
                repeated += line.isEmpty() ? 0 : 1;
            } else if (!line.isEmpty()) {
                addRepeats(lines, repeated);
                repeated = 0;
                lines.add(line);
                last = line;
            }
        }
        addRepeats(lines, repeated);
        return lines.size() <= LIMIT ? lines : shortened(lines);
    }

    private static void addRepeats(List<String> lines, int repeated) {
        if (repeated > 0) {
            lines.add("  … repeated " + repeated + " more times");
        }
    }

    private static List<String> shortened(List<String> lines) {
        List<String> few = new ArrayList<>(lines.subList(0, LIMIT - 2));
        few.add("  … " + (lines.size() - LIMIT + 1) + " lines omitted …");
        few.add(lines.get(lines.size() - 1));
        return few;
    }

    /**
     * The library method called by the cell, if that threw the exception and not the cell's own
     * code.
     */
    private static Optional<String> thrower(StackTraceElement[] frames) {
        int cell = 0;
        while (cell < frames.length && !isCell(frames[cell])) {
            cell++;
        }
        if (cell == 0 || cell == frames.length) {
            return Optional.empty();
        }
        StackTraceElement called = frames[cell - 1];
        boolean ours =
                called.getClassName().startsWith(Stop.class.getPackageName())
                        || called.getClassName().equals(TESTS);
        String method = called.getClassName() + "." + called.getMethodName();
        return ours ? Optional.empty() : Optional.of("  thrown by " + method);
    }

    private Optional<String> line(StackTraceElement frame) {
        return snippet(frame)
                .flatMap(cells::place)
                .map(place -> line(frame, place.cell(), place.line(frame.getLineNumber())));
    }

    private String line(StackTraceElement frame, Cell cell, int line) {
        String where =
                cell == current ? "line " + line : "cell [" + cell.number() + "], line " + line;
        String method = frame.getMethodName();
        boolean statement = method.isEmpty() || method.startsWith("do_it$");
        String in = statement ? "" : ", in " + method.replaceAll("lambda\\$.*", "a lambda");
        return "  " + where + in + ":  " + ErrorReport.strong(cell.line(line).strip());
    }

    private static boolean isCell(StackTraceElement frame) {
        return snippet(frame).isPresent();
    }

    private static Optional<String> snippet(StackTraceElement frame) {
        Matcher place = SNIPPET.matcher(String.valueOf(frame.getFileName()));
        return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
    }
}
