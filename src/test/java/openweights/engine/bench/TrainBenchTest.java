package openweights.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import openweights.base.UserException;
import openweights.engine.bench.TrainBench.Shape;
import openweights.engine.bench.TrainBench.Texts;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import org.junit.jupiter.api.Test;

class TrainBenchTest {

    private static final Shape SHAPE = new Shape(16, 1, 2, 24, 32);

    @Test
    void measuresSteps() {
        Backend backend = new Backend(Kernels.named("plain"), new Pool(1));
        TrainSpeed speed = new TrainBench(SHAPE, new Texts(3, 4, 4), 2, 5).measure(backend);
        assertEquals("plain, 1 thread", speed.kernel());
        assertEquals(12, speed.tokensPerStep(), "three texts of four tokens each");
        assertEquals(32 * 16 + 4 * 16 * 16 + 3 * 16 * 24 + 3 * 16, speed.weights());
        assertTrue(speed.medianMillisecondsPerStep() > 0);
        assertTrue(speed.tokensPerSecond() > 0);
        assertTrue(speed.tokensPerProcessorSecond() > 0);
    }

    @Test
    void refusesSettingsThatMeasureNothing() {
        assertEquals(
                "--steps 0 is too small. Give 1 or more.",
                refusal(() -> new TrainBench(SHAPE, new Texts(3, 4, 4), 2, 0)));
        assertEquals(
                "--longest 3 is below --shortest 4. Give the same or more.",
                refusal(() -> new Texts(3, 4, 3)));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(UserException.class, executable).getMessage();
    }
}
