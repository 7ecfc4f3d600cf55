package openweights.stories.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProportionTest {

    /** Computed with Wilson's formula. */
    @Test
    void hasWilsonsInterval() {
        Proportion share = new Proportion(81, 263);
        assertEquals(0.2553, share.low(), 5e-5);
        assertEquals(0.3662, share.high(), 5e-5);
    }

    @Test
    void isNeverCertain() {
        Proportion all = new Proportion(1000, 1000);
        assertEquals(1, all.high(), 1e-12);
        assertTrue(all.low() < 0.9963 && all.low() > 0.9961);
    }
}
