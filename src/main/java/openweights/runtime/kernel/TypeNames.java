package openweights.runtime.kernel;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.TypeDeclSnippet;
import openweights.runtime.kernel.cell.Cell;

/** Refuses cells after which no other cell could run. */
final class TypeNames {

    /** The names that JShell's own code around each statement uses. */
    private static final List<String> JSHELLS = List.of("Object", "Throwable");

    private static final Pattern DECLARED =
            Pattern.compile(
                    "\\b(?:class|record|enum|interface)\\s+(%s)\\b"
                            .formatted(String.join("|", JSHELLS)));

    private TypeNames() {}

    /** Why a cell is not run; empty if it can be. */
    static String refusal(Cell cell, JShell shell) {
        if (!cell.refusal().isEmpty()) {
            return cell.refusal();
        }
        Matcher declared = DECLARED.matcher(cell.source());
        if (declared.find() && declares(shell, cell.source(), declared.group(1))) {
            return "line %d: a notebook cannot have a type of its own named %s, because every cell needs Java's. Choose another name."
                    .formatted(cell.lineAt(declared.start()), declared.group(1));
        }
        return "";
    }

    private static boolean declares(JShell shell, String source, String name) {
        String rest = source;
        while (!rest.isBlank()) {
            var info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                return false;
            }
            boolean found =
                    shell.sourceCodeAnalysis().sourceToSnippets(info.source()).stream()
                            .anyMatch(
                                    each ->
                                            each instanceof TypeDeclSnippet type
                                                    && type.name().equals(name));
            if (found) {
                return true;
            }
            rest = info.remaining();
        }
        return false;
    }
}
