package openweights.runtime.kernel.cell;

import java.util.List;
import java.util.function.Consumer;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * Settles what a name means that is both imported by itself and defined in the notebook: the
 * notebook's own definition wins. For JShell both stay valid, and no cell would compile any more.
 */
public final class NameClashes {

    private final JShell shell;
    private final Consumer<String> notes;

    /**
     * @param notes receives what students should know
     */
    public NameClashes(JShell shell, Consumer<String> notes) {
        this.shell = shell;
        this.notes = notes;
    }

    /** Drops imports that clash with a definition, or with which a definition clashes. */
    public void heard(SnippetEvent event) {
        if (event.causeSnippet() != null || !event.status().isActive()) {
            return;
        }
        if (event.snippet() instanceof ImportSnippet imported) {
            if (isSingle(imported) && shell.snippets().anyMatch(each -> clash(imported, each))) {
                drop(imported);
            }
        } else if (event.snippet() instanceof PersistentSnippet defined) {
            clashing(defined).forEach(this::drop);
        }
    }

    private List<ImportSnippet> clashing(PersistentSnippet defined) {
        return shell.imports()
                .filter(NameClashes::isSingle)
                .filter(imported -> clash(imported, defined))
                .toList();
    }

    private static boolean isSingle(ImportSnippet imported) {
        return switch (imported.subKind()) {
            case SINGLE_TYPE_IMPORT_SUBKIND, SINGLE_STATIC_IMPORT_SUBKIND -> true;
            default -> false;
        };
    }

    private boolean clash(ImportSnippet imported, Snippet defined) {
        return defined instanceof PersistentSnippet named
                && !(defined instanceof ImportSnippet)
                && shell.status(defined).isActive()
                && named.name().equals(imported.name())
                && (imported.isStatic() || defined instanceof TypeDeclSnippet);
    }

    private void drop(ImportSnippet imported) {
        shell.drop(imported);
        String full = imported.fullname();
        String name = imported.name();
        String what = imported.isStatic() ? "what this notebook defines" : "this notebook's type";
        notes.accept(
                "%s is %s now, and not %s. For the other one, write its full name."
                        .formatted(name, what, full));
    }
}
