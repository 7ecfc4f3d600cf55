package openweights.runtime.kernel.error;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Cells;
import openweights.runtime.kernel.cell.Stop;

/** Turns the failure of a cell into an explanation for students. */
public final class Explainer {

    /** A line of a stack trace that lies in the code of a cell. */
    private static final Pattern FRAME = Pattern.compile("at (REPL\\.[^(]+)\\(");

    /** JJava's message when a statement ends in a way that it does not expect. */
    private static final String NO_RESULT = "No result with key";

    private final RuntimeErrors runtime;
    private final CompileErrors compile;

    public Explainer(JShell shell, Cells cells) {
        runtime = new RuntimeErrors(shell, cells);
        compile = new CompileErrors(shell, cells);
    }

    /**
     * Explains why a cell failed.
     *
     * @param name JJava's name of the failure
     * @param message JJava's message
     * @param lines the lines that JJava would show
     */
    public ErrorReport explain(Cell cell, String name, String message, List<String> lines) {
        if (Stop.isRequested()) {
            return interrupted();
        }
        if (name.equals("IncompleteSourceException")) {
            return compile.incomplete(cell);
        }
        if (message.startsWith(NO_RESULT) && isReturn(cell)) {
            return returned();
        }
        for (int last = cell.events().size() - 1; last >= 0; last--) {
            SnippetEvent event = cell.events().get(last);
            if (event.exception() != null) {
                return runtime.explain(cell, event.exception());
            }
            if (event.status() == Status.REJECTED) {
                return compile.explain(cell, event.snippet());
            }
        }
        return other(name, message, lines);
    }

    private static boolean isReturn(Cell cell) {
        int last = cell.events().size() - 1;
        return last < 0 || cell.events().get(last).snippet().source().strip().startsWith("return");
    }

    private static ErrorReport returned() {
        String message =
                "return belongs into a method. To show a value, write it alone as the last line of the cell, without return";
        return new ErrorReport(
                CompileErrors.NAME, message, List.of(ErrorReport.headline("Return: " + message)));
    }

    private static ErrorReport interrupted() {
        String message = "the cell was interrupted; variables keep their current values";
        return new ErrorReport(
                "Interrupted", message, List.of(ErrorReport.headline("Interrupted: " + message)));
    }

    /**
     * Describes a failure outside the cell's statements: in a magic, or while a value was being
     * displayed.
     */
    private static ErrorReport other(String name, String message, List<String> lines) {
        String plain = Advice.message(name, Names.plain(message), new StackTraceElement[0]);
        List<String> shown = new ArrayList<>();
        shown.add(ErrorReport.headline(plain.isEmpty() ? name : name + ": " + plain));
        lines.stream()
                .map(FRAME::matcher)
                .filter(Matcher::find)
                .limit(1)
                .map(frame -> "  while displaying the value, in " + Names.plain(frame.group(1)))
                .forEach(shown::add);
        return new ErrorReport(name, plain, shown);
    }
}
