package openweights.grading.sandbox;

import java.io.IOException;

/** A way to start an untrusted program. */
public interface Sandbox {

    /**
     * Starts the program. Killing the process kills everything that it started.
     *
     * <p>The calling thread must outlive the process: Linux ends the program together with the
     * thread that started it.
     */
    Process start(SandboxSpec spec) throws IOException;

    /** Whether the system ended parts of a program, because all of it held too much memory. */
    default boolean exceeded(Process process) {
        return false;
    }

    /** What bounds the memory of all processes of a program together, for people. */
    default String bounds() {
        return "nothing bounds their memory";
    }

    /** The name that results record, such as {@code bubblewrap 0.8.0}. */
    String name();
}
