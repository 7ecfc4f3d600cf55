package openweights.runtime.kernel;

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
     * A browser needs a while to send many cells, and the failure may come first: what was sent so
     * soon after a dropped cell belongs to the same Run All. The reply to a dropped cell takes
     * JJava 50 ms at least, so nobody can have waited for it.
     */
    private static final Duration SAME_RUN = Duration.ofMillis(45);

    private final Map<String, Duration> differences = new HashMap<>();
    private final Map<String, Instant> dropped = new HashMap<>();
    private Instant failed = Instant.MIN;

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
        String sender = String.valueOf(session);
        Instant sent = instant(date, now);
        Instant received = sent.plus(differences.getOrDefault(sender, Duration.ZERO));
        boolean queued = !received.isAfter(failed);
        boolean sameRun = sent.isBefore(dropped.getOrDefault(sender, Instant.EPOCH).plus(SAME_RUN));
        if (queued || sameRun) {
            dropped.put(sender, sent);
        }
        return queued || sameRun;
    }

    private static Instant instant(String date, Instant otherwise) {
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException | NullPointerException e) {
            return otherwise;
        }
    }
}
