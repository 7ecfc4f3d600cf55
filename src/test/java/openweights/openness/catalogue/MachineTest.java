package openweights.openness.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Iterator;
import java.util.List;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void measuresAgainWhatNoMachineHas() {
        for (double wrong : new double[] {0, 1e6, 1e14, Double.POSITIVE_INFINITY, Double.NaN}) {
            Iterator<Double> figures = List.of(wrong, wrong, 2e10).iterator();
            assertEquals(2e10, Machine.plausible(figures::next));
        }
    }

    @Test
    void believesTheFirstPlausibleFigure() {
        Iterator<Double> figures = List.of(2e10).iterator();
        assertEquals(2e10, Machine.plausible(figures::next));
        assertFalse(figures.hasNext());
    }

    @Test
    void refusesToGoOnWithWrongFigures() {
        UserException refused =
                assertThrows(UserException.class, () -> Machine.plausible(() -> -1e9));
        assertEquals(
                "The speed of memory was measured 3 times, at last as -1.00 GB/s, and machines have between 0.1 and 4000. The clock is wrong, or other programs take all of the processors' time. Try again when the machine is idle.",
                refused.getMessage());
    }
}
