package openweights.grading.sandbox;

import java.io.IOException;

/** A way to start a program that is not trusted. */
public interface Sandbox {

    /**
     * Starts the program. Killing the process kills everything that it started.
     *
     * <p>The thread that calls this must outlive the process: Linux ends the program with it.
     */
    Process start(Jail jail) throws IOException;

    /** How results call it, such as {@code bubblewrap 0.8.0}. */
    String name();
}
