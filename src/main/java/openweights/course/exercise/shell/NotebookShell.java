package openweights.course.exercise.shell;

import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import openweights.course.exercise.test.StudentException;
import openweights.runtime.kernel.CellImports;

/** Runs the cells of a notebook in this JVM, with the kernel's imports. */
public final class NotebookShell implements AutoCloseable {

    private final JShell shell;

    private NotebookShell(JShell shell) {
        this.shell = shell;
    }

    /** A shell in which no cell has run. */
    public static NotebookShell open() {
        JShell shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        CellImports.all().forEach(shell::eval);
        return new NotebookShell(shell);
    }

    /**
     * Runs a cell until its end, its first compile error or its first exception.
     *
     * @throws CellException if the cell does not compile
     * @throws StudentException if it throws an exception
     */
    public void run(String cell) {
        String rest = cell;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole =
                    next.completeness() != SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE;
            String snippet = whole && next.source() != null ? next.source() : rest;
            for (SnippetEvent event : shell.eval(snippet)) {
                check(event);
            }
            rest = whole && next.source() != null ? next.remaining() : "";
        }
    }

    private void check(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            throw new CellException(errors(shell, event.snippet()));
        }
        if (event.exception() != null && event.causeSnippet() == null) {
            throw thrown(event.exception());
        }
    }

    /** The compiler's errors for a rejected snippet. */
    static String errors(JShell shell, Snippet snippet) {
        return shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(error -> error.getMessage(Locale.ENGLISH).replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
    }

    /** The name and message of what a snippet threw. */
    static StudentException thrown(JShellException thrown) {
        if (thrown instanceof EvalException exception) {
            return new StudentException(exception.getExceptionClassName(), exception.getMessage());
        }
        return new StudentException(thrown.getClass().getName(), thrown.getMessage());
    }

    JShell shell() {
        return shell;
    }

    @Override
    public void close() {
        shell.close();
    }
}
