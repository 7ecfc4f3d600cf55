package openweights.engine.math.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private final Lateness lateness = new Lateness();

    @Test
    void callsHelpersThatAreInTime() {
        for (int loop = 0; loop < 10_000; loop++) {
            assertFalse(lateness.worksAlone());
            lateness.note(30 * MICRO, 20 * MICRO); // short loops
            lateness.note(5 * MILLI, MILLI); // long ones
            lateness.note(10 * MICRO, 150 * MICRO); // a thread was asleep
        }
    }

    @Test
    void forgivesASingleDelay() {
        for (int loop = 0; loop < 2000; loop++) {
            lateness.note(MILLI, loop % 20 == 19 ? 4 * MILLI : 0);
            assertFalse(lateness.worksAlone());
        }
    }

    @Test
    void worksAloneForAWhileWhenHelpersAreLate() {
        assertEquals(1, loopsUntilAlone());
        for (int loop = 1; loop < Lateness.LOOPS_ALONE; loop++) {
            lateness.worksAlone();
        }
        assertFalse(lateness.worksAlone(), "tries again");
        assertEquals(1, loopsUntilAlone());
    }

    /** Other programs' time slices take some milliseconds. */
    private int loopsUntilAlone() {
        int loops = 0;
        do {
            lateness.note(30 * MICRO, 4 * MILLI);
            loops++;
        } while (!lateness.worksAlone());
        return loops;
    }
}
