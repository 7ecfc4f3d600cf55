package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunAllTest {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private final RunAll runAll = new RunAll();

    @Test
    void abortsWhatWasSentBeforeTheFailureAndRunsWhatWasSentAfter() {
        heard("browser", 0, 1);
        heard("browser", 2, 500);
        runAll.failed(at(400));
        assertTrue(drops("browser", 2, 500));
        assertFalse(drops("browser", 700, 701));
    }

    @Test
    void clockThatIsOffByAnHourMakesNoDifference() {
        for (long off : new long[] {-3_600_000, 3_600_000}) {
            RunAll fresh = new RunAll();
            fresh.heard("browser", date(off), at(1));
            fresh.heard("browser", date(off + 2), at(500));
            fresh.failed(at(400));
            assertTrue(fresh.drops("browser", date(off + 2), at(500)));
            assertFalse(fresh.drops("browser", date(off + 700), at(701)));
        }
    }

    @Test
    void eachSenderHasItsOwnClock() {
        heard("server", 0, 1);
        heard("browser", 3_600_000, 2);
        runAll.failed(at(400));
        heard("browser", 3_600_500, 501);
        assertFalse(drops("browser", 3_600_500, 501));
        heard("server", 300, 502);
        assertTrue(drops("server", 300, 502));
    }

    @Test
    void abortsLateCellsOfTheSameRunAll() {
        heard("browser", 0, 0);
        runAll.failed(at(10));
        assertTrue(drops("browser", 9, 20));
        assertTrue(drops("browser", 40, 61), "sent after the failure, close behind a dropped cell");
        assertTrue(drops("browser", 80, 111), "close behind that one");
        assertFalse(drops("browser", 140, 141));
    }

    @Test
    void abortsNothingBeforeAnyFailureOrForAnInvalidDate() {
        assertFalse(drops("browser", 0, 1));
        runAll.failed(at(5));
        runAll.heard("odd", "yesterday", at(10));
        assertFalse(runAll.drops("odd", "yesterday", at(10)));
    }

    private void heard(String session, long sent, long now) {
        runAll.heard(session, date(sent), at(now));
    }

    private boolean drops(String session, long sent, long now) {
        return runAll.drops(session, date(sent), at(now));
    }

    private static String date(long millis) {
        return at(millis).toString();
    }

    private static Instant at(long millis) {
        return START.plus(Duration.ofMillis(millis));
    }
}
