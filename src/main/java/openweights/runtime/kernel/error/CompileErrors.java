package openweights.runtime.kernel.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Cells;

/** Describes compile errors: the line number, the message, and the line's text with a caret. */
final class CompileErrors {

    /** The name of such an error in lessons. */
    static final String NAME = "CompilationException";

    private static final int LIMIT = 4;

    private final JShell shell;
    private final Cells cells;
    private final PlainWords words;

    CompileErrors(JShell shell, Cells cells) {
        this.shell = shell;
        this.cells = cells;
        words = new PlainWords(shell, cells);
    }

    ErrorReport explain(Cell cell, Snippet rejected) {
        List<Diag> errors = shell.diagnostics(rejected).filter(Diag::isError).toList();
        int offset = cells.place(rejected.id()).map(Cells.Place::offset).orElse(-1);
        List<String> lines = new ArrayList<>();
        for (Diag error : errors.subList(0, Math.min(LIMIT, errors.size()))) {
            lines.addAll(described(cell, rejected, offset, error));
        }
        if (errors.size() > LIMIT) {
            lines.add(
                    "… and "
                            + (errors.size() - LIMIT)
                            + " more errors, which the first one often explains.");
        }
        addWhatRan(cell, offset, lines);
        String first = errors.isEmpty() ? "" : place(cell, offset, errors.get(0));
        String message = errors.isEmpty() ? "" : words.of(rejected.source(), errors.get(0));
        return new ErrorReport(NAME, (first + message).lines().findFirst().orElse(""), lines);
    }

    /** Describes a cell that ends in the middle of a statement. */
    ErrorReport incomplete(Cell cell) {
        int open = Brackets.lastOpen(cell.source());
        String message = "the cell ends before its last statement does";
        List<String> lines = new ArrayList<>();
        if (open >= 0) {
            char bracket = cell.source().charAt(open);
            int line = cell.lineAt(open);
            message = "line %s: this %s is never closed".formatted(line, bracket);
            lines.add(ErrorReport.headline(sentence(message)));
            lines.addAll(pointed(cell, open));
        } else {
            lines.add(ErrorReport.headline(sentence(message) + "."));
        }
        return new ErrorReport(NAME, message, lines);
    }

    private List<String> described(Cell cell, Snippet rejected, int offset, Diag error) {
        List<String> lines = new ArrayList<>();
        List<String> message = words.of(rejected.source(), error).lines().toList();
        lines.add(ErrorReport.headline(sentence(place(cell, offset, error) + message.get(0))));
        message.stream().skip(1).map(line -> "  " + line).forEach(lines::add);
        if (offset >= 0 && error.getPosition() >= 0) {
            lines.addAll(pointed(cell, at(cell, offset, error)));
        }
        return lines;
    }

    private static String place(Cell cell, int offset, Diag error) {
        boolean known = offset >= 0 && error.getPosition() >= 0;
        return known ? "line " + cell.lineAt(at(cell, offset, error)) + ": " : "";
    }

    private static int at(Cell cell, int offset, Diag error) {
        return (int) Math.min(offset + error.getPosition(), cell.source().length());
    }

    /** The line that contains a character of the source, and a caret below that character. */
    private static List<String> pointed(Cell cell, int at) {
        int begin = cell.source().lastIndexOf('\n', at - 1) + 1;
        String before = cell.source().substring(begin, at).replaceAll("[^\t]", " ");
        int number = cell.lineAt(at);
        String line = "    " + ErrorReport.strong(cell.line(number));
        boolean translated = !cell.source().startsWith(cell.line(number), begin);
        return translated
                ? List.of(line)
                : List.of(line, "    " + before + ErrorReport.strong("^"));
    }

    private static void addWhatRan(Cell cell, int offset, List<String> lines) {
        if (offset > 0 && cell.events().size() > 1) {
            lines.add("The statements before this one have already been run.");
        }
    }

    private static String sentence(String text) {
        return text.isEmpty()
                ? ""
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
