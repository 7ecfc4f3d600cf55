package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scratch folder in memory from which nothing can be executed. Bubblewrap cannot make one, so it
 * is mounted first: by root in a mount namespace, by anybody else in a user namespace around
 * bubblewrap's own.
 *
 * @param place where it is mounted, outside the sandbox; empty for everybody else
 */
record Scratch(Path place, boolean root) {

    private static final String MOUNT =
            "mount -t tmpfs -o size=\"$1\",mode=1777,noexec,nosuid,nodev tmpfs \"$0\" && shift &&"
                    + " exec \"$@\"";

    private static final String TRIAL = "grep -q ' /tmp [^-]*noexec' /proc/self/mountinfo";

    private static final List<String> BY_ROOT =
            List.of("unshare", "--mount", "--propagation", "private", "--");

    private static final List<String> BY_USER =
            List.of(
                    "bwrap",
                    "--unshare-user",
                    "--cap-add",
                    "CAP_SYS_ADMIN",
                    "--dev-bind",
                    "/",
                    "/",
                    "--die-with-parent",
                    "--");

    /** Bubblewrap refuses to start with capabilities of another program. */
    private static final List<String> WITHOUT_CAPABILITIES =
            List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all", "--");

    /**
     * Such a folder; empty where the system does not allow it.
     *
     * @param asUser how root becomes the user who runs bubblewrap
     */
    static Optional<Scratch> find(boolean root, List<String> asUser) {
        try {
            Scratch scratch = new Scratch(MountPoint.create("openweights-scratch"), root);
            return scratch.works(asUser) ? Optional.of(scratch) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean works(List<String> asUser) throws IOException {
        List<String> command = new ArrayList<>(command(1 << 20));
        command.addAll(root ? asUser : List.of());
        command.addAll(List.of("bwrap", "--unshare-user", "--ro-bind", "/", "/"));
        command.addAll(List.of("--bind", place.toString(), "/tmp", "--", "/bin/sh", "-c", TRIAL));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What comes before the command that finds the folder at its place. */
    List<String> command(long bytes) {
        List<String> command = new ArrayList<>(root ? BY_ROOT : BY_USER);
        command.addAll(List.of("/bin/sh", "-c", MOUNT, place.toString(), "" + bytes));
        command.addAll(root ? List.of() : WITHOUT_CAPABILITIES);
        return command;
    }
}
