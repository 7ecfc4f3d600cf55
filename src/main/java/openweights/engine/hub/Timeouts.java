package openweights.engine.hub;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param tries how many attempts in a row may bring no new byte
 * @param pause the pause after the first failure; it doubles with each further one
 * @param silence how long a connection may deliver nothing
 */
public record Timeouts(int tries, Duration pause, Duration silence) {

    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    /** For a hub on the internet. */
    public static final Timeouts DEFAULT =
            new Timeouts(6, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** Waits after the n-th failure, counted from 1. */
    void pause(int failures) {
        long wait = pause.toMillis() << Math.min(failures - 1, 20);
        try {
            Thread.sleep(Math.min(wait, MAX_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException(
                    HubException.Fault.DOWN,
                    "Interrupted. Run the command again to resume the download.",
                    e);
        }
    }
}
