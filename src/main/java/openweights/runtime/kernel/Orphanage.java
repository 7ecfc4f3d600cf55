package openweights.runtime.kernel;

import java.util.Objects;
import java.util.Optional;

/** Ends the kernel when the process is gone that started it: nobody could reach it any more. */
final class Orphanage {

    /** The process id of the Jupyter server, which it gives to its kernels. */
    private static final String PARENT = "JPY_PARENT_PID";

    private Orphanage() {}

    static void watch() {
        parent().ifPresent(
                        parent ->
                                Objects.requireNonNull(
                                        parent.onExit()
                                                .thenRun(() -> Runtime.getRuntime().halt(0))));
    }

    /** The parent, unless another program stands between it and this process. */
    private static Optional<ProcessHandle> parent() {
        String named = System.getenv().getOrDefault(PARENT, "");
        return ProcessHandle.current()
                .parent()
                .filter(parent -> named.equals(Long.toString(parent.pid())));
    }
}
