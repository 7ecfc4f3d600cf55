package openweights.runtime.kernel;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Tells students what JShell does silently: redefining a class sets variables to null, and a
 * definition may use names that are not defined yet.
 */
final class Notes {

    private final JShell shell;

    /** Maps a type to its variables, which are sorted because JShell's own order is arbitrary. */
    private final Map<String, Set<String>> lost = new LinkedHashMap<>();

    private final Set<DeclarationSnippet> incomplete = new LinkedHashSet<>();
    private @Nullable CellReply reply;

    Notes(JShell shell) {
        this.shell = shell;
    }

    void begin(CellReply cell) {
        reply = cell;
        lost.clear();
        incomplete.clear();
    }

    void heard(SnippetEvent event) {
        if (event.causeSnippet() instanceof TypeDeclSnippet type
                && event.snippet() instanceof VarSnippet variable) {
            lost.computeIfAbsent(type.name(), any -> new TreeSet<>()).add(variable.name());
        }
        if (event.causeSnippet() == null
                && event.snippet() instanceof DeclarationSnippet declared
                && isIncomplete(event.status())) {
            incomplete.add(declared);
        }
    }

    /** Writes the notes on the cell that was run. */
    void end() {
        lost.forEach((type, variables) -> say(lost(type, variables)));
        incomplete.stream()
                .filter(declared -> isIncomplete(shell.status(declared)))
                .forEach(declared -> say(incomplete(declared)));
        reply = null;
    }

    private static boolean isIncomplete(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    private static String lost(String type, Set<String> variables) {
        return "%s was redefined. Variables that held objects of the old %s are now null: %s. Run the cells that assign them again."
                .formatted(type, type, String.join(", ", variables));
    }

    private String incomplete(DeclarationSnippet declared) {
        String missing =
                shell.unresolvedDependencies(declared).distinct().collect(Collectors.joining(", "));
        return "%s is defined, but it uses %s, which is not defined yet. Define that before you use %s."
                .formatted(kind(declared) + declared.name(), missing, declared.name());
    }

    private static String kind(Snippet declared) {
        return declared instanceof MethodSnippet ? "method " : "";
    }

    private void say(String note) {
        Objects.requireNonNull(reply).writeToStdErr("Note: " + note + "\n");
    }
}
