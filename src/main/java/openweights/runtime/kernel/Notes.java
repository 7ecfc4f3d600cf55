package openweights.runtime.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import openweights.runtime.kernel.cell.CarriedValues;
import openweights.runtime.kernel.cell.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Tells students what JShell does silently: a new definition can take variables their values, or
 * the variables themselves, and a definition may use names that are not defined yet.
 */
final class Notes {

    private final JShell shell;
    private final CarriedValues values;
    private final Cells cells;

    /** Variables that were compiled again, sorted, and the definition that was the reason. */
    private final Map<String, Recompiled> recompiled = new TreeMap<>();

    private final Set<DeclarationSnippet> incomplete = new LinkedHashSet<>();
    private final List<String> others = new ArrayList<>();
    private @Nullable CellReply reply;

    private record Recompiled(VarSnippet variable, PersistentSnippet because) {}

    Notes(JShell shell, CarriedValues values, Cells cells) {
        this.shell = shell;
        this.values = values;
        this.cells = cells;
    }

    void begin(CellReply cell) {
        reply = cell;
        values.begin();
        recompiled.clear();
        incomplete.clear();
        others.clear();
    }

    /** Adds a note on the cell that is running. */
    void add(String note) {
        others.add(note);
    }

    void heard(SnippetEvent event) {
        if (event.causeSnippet() instanceof PersistentSnippet because
                && event.snippet() instanceof VarSnippet variable) {
            recompiled.put(variable.name(), new Recompiled(variable, because));
        }
        if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable) {
            recompiled.remove(variable.name());
            cells.found(variable.name());
        }
        if (event.causeSnippet() == null
                && event.snippet() instanceof DeclarationSnippet declared
                && isIncomplete(event.status())) {
            incomplete.add(declared);
        }
    }

    /** Writes the notes on the cell that was run. */
    void end() {
        Map<String, List<String>> emptied = new LinkedHashMap<>();
        Map<String, List<String>> gone = new LinkedHashMap<>();
        recompiled.forEach(
                (name, each) -> {
                    String because = root(each.because()).name();
                    if (!shell.status(each.variable()).isDefined()) {
                        gone.computeIfAbsent(because, any -> new ArrayList<>()).add(name);
                        cells.lost(name, because);
                    } else if (values.isLost(name)) {
                        String key = root(each.because()) instanceof TypeDeclSnippet ? because : "";
                        emptied.computeIfAbsent(key, any -> new ArrayList<>()).add(name);
                    }
                });
        emptied.forEach((because, variables) -> say(emptied(because, variables)));
        gone.forEach((because, variables) -> say(gone(because, variables)));
        incomplete.stream()
                .filter(declared -> isIncomplete(shell.status(declared)))
                .forEach(declared -> say(incomplete(declared)));
        others.forEach(this::say);
        reply = null;
    }

    /** The definition that began it: one variable may be the reason for the next. */
    private PersistentSnippet root(PersistentSnippet because) {
        PersistentSnippet root = because;
        for (int depth = 0; depth < recompiled.size(); depth++) {
            Recompiled reason = recompiled.get(root.name());
            if (reason == null) {
                return root;
            }
            root = reason.because();
        }
        return root;
    }

    private static boolean isIncomplete(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    private static String emptied(String type, List<String> variables) {
        String names = String.join(", ", variables);
        return type.isEmpty()
                ? "These variables have another type now, and have lost their values: %s. Run the cells that assign them again."
                        .formatted(names)
                : "%s was redefined. Variables that held objects of the old %s are now null: %s. Run the cells that assign them again."
                        .formatted(type, type, names);
    }

    private static String gone(String because, List<String> variables) {
        return "%s was redefined, and these variables are gone, because what they were made from does not fit it: %s. Run the cells that define them again, changed if need be."
                .formatted(because, String.join(", ", variables));
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
