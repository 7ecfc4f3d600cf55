package openweights.runtime.kernel.error;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.UnresolvedReferenceException;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Cells;
import org.jspecify.annotations.Nullable;

/** Describes an exception that a cell's code threw. */
final class RuntimeErrors {

    private static final int CAUSES = 5;

    /** How many characters of a message are shown. */
    private static final int LONGEST = 1000;

    private final JShell shell;
    private final Cells cells;

    RuntimeErrors(JShell shell, Cells cells) {
        this.shell = shell;
        this.cells = cells;
    }

    ErrorReport explain(Cell cell, JShellException thrown) {
        Trace trace = new Trace(cells, cell);
        List<String> lines = new ArrayList<>();
        lines.add(ErrorReport.headline(headline(thrown)));
        lines.addAll(trace.lines(thrown.getStackTrace()));
        JShellException cause = cause(thrown);
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause(cause)) {
            lines.add(ErrorReport.headline("Caused by " + headline(cause)));
            lines.addAll(trace.lines(cause.getStackTrace()));
        }
        return new ErrorReport(name(thrown), message(thrown), lines);
    }

    private String headline(JShellException thrown) {
        String message = message(thrown);
        return message.isEmpty() ? name(thrown) : name(thrown) + ": " + message;
    }

    private static String name(JShellException thrown) {
        return thrown instanceof EvalException known
                ? Names.simple(known.getExceptionClassName())
                : thrown.getClass().getSimpleName();
    }

    private String message(JShellException thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            return unresolved(unresolved.getSnippet());
        }
        // JJava replaces a missing message with the word null.
        String stock = thrown.getMessage();
        String message = stock == null || stock.equals("null") ? "" : Names.plain(stock);
        return bounded(Advice.message(name(thrown), message, thrown.getStackTrace()));
    }

    /** A message that does not flood the notebook. */
    private static String bounded(String message) {
        return message.length() <= LONGEST
                ? message
                : message.substring(0, LONGEST) + " … (" + message.length() + " characters)";
    }

    private String unresolved(DeclarationSnippet snippet) {
        String missing =
                shell.unresolvedDependencies(snippet).distinct().collect(Collectors.joining(", "));
        String kind = snippet instanceof MethodSnippet ? "method " : "";
        return "%s%s uses %s, which is not defined. Define it, and run this cell again."
                .formatted(kind, snippet.name(), missing);
    }

    private static @Nullable JShellException cause(JShellException thrown) {
        return thrown.getCause() instanceof JShellException cause ? cause : null;
    }
}
