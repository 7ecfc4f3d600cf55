package openweights.runtime.kernel.protocol;

import java.util.Map;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import openweights.runtime.kernel.magic.CellSource;
import openweights.runtime.kernel.magic.RefusedCell;

/** Whether code can be run, is wrong, or needs another line; a console asks after each line. */
final class Completeness {

    private static final String INDENT = "    ";

    private final JShell shell;

    Completeness(JShell shell) {
        this.shell = shell;
    }

    Map<String, Object> of(String code) {
        Map<String, Object> content = Replies.ok();
        String status = status(code);
        content.put("status", status);
        if (status.equals("incomplete")) {
            content.put("indent", indent(code));
        }
        return content;
    }

    private String status(String code) {
        try {
            return statusOfJava(CellSource.of(code).java());
        } catch (RefusedCell e) {
            return "invalid";
        }
    }

    private String statusOfJava(String code) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return "incomplete";
                }
                case EMPTY -> {
                    return "complete";
                }
                case UNKNOWN -> {
                    return "invalid";
                }
                default -> {
                    if (isWrong(info.source())) {
                        return "invalid";
                    }
                    rest = info.remaining();
                }
            }
        }
        return "complete";
    }

    /**
     * JShell calls a statement complete if it ends, even if it cannot be parsed, and erroneous also
     * if only a name in it is unknown.
     */
    private boolean isWrong(String statement) {
        return shell.sourceCodeAnalysis().sourceToSnippets(statement).stream()
                        .anyMatch(ErroneousSnippet.class::isInstance)
                && !Syntax.isJava(statement);
    }

    /** The last line's indentation, and one step more after an open bracket. */
    private static String indent(String code) {
        String last = code.substring(code.lastIndexOf('\n') + 1);
        String own = last.substring(0, last.length() - last.stripLeading().length());
        String stripped = last.stripTrailing();
        boolean opens = stripped.endsWith("{") || stripped.endsWith("(");
        return opens ? own + INDENT : own;
    }
}
