package openweights.runtime.kernel;

/**
 * Keeps interrupts away from a thread that is sending, because an interrupt would close its channel
 * permanently.
 *
 * <p>Code that interrupts threads also runs undisturbed, so it waits until a message has been sent.
 */
final class Sending {

    /**
     * Runs one action at a time. An interrupt of the calling thread is postponed until the action
     * ends.
     */
    synchronized void undisturbed(Runnable action) {
        boolean interrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
