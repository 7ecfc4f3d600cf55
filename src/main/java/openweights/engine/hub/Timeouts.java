package openweights.engine.hub;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param tries how often in a row without a single new byte
 * @param pause before the second try; it doubles each time
 * @param silence how long a connection may be silent
 */
public record Timeouts(int tries, Duration pause, Duration silence) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** For a hub far away. */
    public static final Timeouts DEFAULT =
            new Timeouts(6, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** Waits after the n-th failure, counted from 1. */
    void pause(int failures) throws HubException {
        long wait = pause.toMillis() << Math.min(failures - 1, 20);
        try {
            Thread.sleep(Math.min(wait, LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException(
                    HubException.Fault.DOWN, "Interrupted. What has come is kept.", e);
        }
    }
}
