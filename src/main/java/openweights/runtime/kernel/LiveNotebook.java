package openweights.runtime.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/** The notebook in this kernel: its JShell, and the answers that have been run so far. */
public final class LiveNotebook {

    /** The first line of an answer cell names its question. */
    private static final Pattern ANCHOR = Pattern.compile("\\s*// \\[([a-z][a-z0-9-]*)\\]");

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static volatile @Nullable JShell shell;

    private LiveNotebook() {}

    /** Records the kernel's JShell. */
    static void runsIn(JShell started) {
        shell = started;
    }

    /** Records a cell that is about to run. */
    static void runs(String cell) {
        Matcher anchor = ANCHOR.matcher(cell);
        if (anchor.lookingAt()) {
            ANSWERS.put(anchor.group(1), cell);
        }
    }

    /** The kernel's JShell; empty if this JVM is not a kernel. */
    public static Optional<JShell> shell() {
        return Optional.ofNullable(shell);
    }

    /** The latest source of a question's answer that was run; empty if none was. */
    public static Optional<String> answer(String question) {
        return Optional.ofNullable(ANSWERS.get(question));
    }
}
