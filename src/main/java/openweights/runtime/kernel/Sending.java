package openweights.runtime.kernel;

/**
 * Keeps interrupts away from a thread that is sending: its channel would be closed for good.
 *
 * <p>What interrupts threads runs undisturbed too, and so waits until a message has been sent.
 */
final class Sending {

    /** Does one thing at a time, without the calling thread's own interrupt, which is kept. */
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
