package openweights.course.kernel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which cells are dropped because one before them failed: those that had been sent when it
 * failed. The notebook's Run All sends all cells at once; a cell that is run by hand comes later.
 *
 * <p>Messages carry the clock of who sent them, the browser or the server, and clocks differ. The
 * smallest delay seen so far from a sender is taken as its clock's difference from ours.
 */
final class RunAll {

    /**
     * A browser needs this long to send many cells: what follows a dropped one closely is dropped.
     */
    private static final Duration SLACK = Duration.ofMillis(100);

    private final Map<String, Duration> differences = new HashMap<>();
    private Instant failed = Instant.MIN;
    private Instant dropped = Instant.MIN;

    /** A message came: learns the difference of its sender's clock. */
    synchronized void heard(String session, String date, Instant now) {
        Instant sent = instant(date, now);
        differences.merge(
                String.valueOf(session),
                Duration.between(sent, now),
                (known, seen) -> seen.compareTo(known) < 0 ? seen : known);
    }

    /** A cell failed, and those that were queued behind it are not to be run. */
    synchronized void failed(Instant now) {
        failed = now;
    }

    /**
     * Whether a cell that was {@linkplain #heard heard} of is to be dropped.
     *
     * @param session the sender's session
     * @param date when the sender says it was sent, in ISO 8601
     */
    synchronized boolean drops(String session, String date, Instant now) {
        Duration difference = differences.getOrDefault(String.valueOf(session), Duration.ZERO);
        Instant sent = instant(date, now).plus(difference);
        boolean queued = !sent.isAfter(failed);
        boolean follows = now.isBefore(dropped.plus(SLACK));
        if (queued || follows) {
            dropped = now;
        }
        return queued || follows;
    }

    private static Instant instant(String date, Instant otherwise) {
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException | NullPointerException e) {
            return otherwise;
        }
    }
}
