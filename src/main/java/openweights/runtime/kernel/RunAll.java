package openweights.runtime.kernel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides which cells are aborted because one before them failed: those that had been sent before
 * the failure. The notebook's Run All sends all cells at once; a cell that is run by hand is sent
 * later.
 *
 * <p>Messages carry the time of their sender, the browser or the server, and clocks differ. The
 * smallest delay seen so far from a sender is taken as the offset of its clock from ours.
 */
final class RunAll {

    /**
     * A browser takes a while to send many cells, and the failure may come first. A cell sent this
     * soon after an aborted one belongs to the same Run All: JJava takes at least 50 ms to reply to
     * an aborted cell, so nobody can have waited for the reply.
     */
    private static final Duration SAME_RUN = Duration.ofMillis(45);

    private final Map<String, Duration> offsets = new HashMap<>();
    private final Map<String, Instant> dropped = new HashMap<>();
    private Instant failed = Instant.MIN;

    /** Records a message, to learn the offset of its sender's clock. */
    synchronized void heard(String session, String date, Instant now) {
        Instant sent = instant(date, now);
        offsets.merge(
                String.valueOf(session),
                Duration.between(sent, now),
                (known, seen) -> seen.compareTo(known) < 0 ? seen : known);
    }

    /** Records that a cell failed and that those queued after it must not run. */
    synchronized void failed(Instant now) {
        failed = now;
    }

    /**
     * Whether to abort a cell that was {@linkplain #heard recorded} before.
     *
     * @param session the sender's session
     * @param date when the cell was sent by the sender's clock, in ISO 8601
     */
    synchronized boolean drops(String session, String date, Instant now) {
        String sender = String.valueOf(session);
        Instant sent = instant(date, now);
        Instant received = sent.plus(offsets.getOrDefault(sender, Duration.ZERO));
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
