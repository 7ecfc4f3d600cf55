package openweights.runtime.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/** The notebook that this kernel runs: its JShell, and the answers that have run so far. */
public final class LiveNotebook {

    /** The first line of an answer's cell names its question. */
    private static final Pattern ANCHOR = Pattern.compile("\\s*// \\[([a-z][a-z0-9-]*)\\]");

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static volatile @Nullable JShell shell;

    private LiveNotebook() {}

    /** The kernel has started. */
    static void runsIn(JShell started) {
        shell = started;
    }

    /** A cell is about to run. */
    static void runs(String cell) {
        Matcher anchor = ANCHOR.matcher(cell);
        if (anchor.lookingAt()) {
            ANSWERS.put(anchor.group(1), cell);
        }
    }

    /** The kernel's JShell; nothing if this JVM is no kernel. */
    public static Optional<JShell> shell() {
        return Optional.ofNullable(shell);
    }

    /** The source of a question's answer as it last ran; nothing if it has not run yet. */
    public static Optional<String> answer(String question) {
        return Optional.ofNullable(ANSWERS.get(question));
    }
}
