package openweights.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import openweights.engine.model.Precision;
import openweights.engine.weights.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeBenchTest {

    private final Backend backend = new Backend(Kernels.named("plain"), new Pool(1));

    @Test
    void measuresAModel(@TempDir Path folder) throws IOException {
        new RandomLlama(64, 1, 1, 64, 128, 256).write(folder, DType.BF16);
        DecodeSpeed speed = new DecodeBench(folder, Precision.STORED, backend, 5, 3).measure();
        assertEquals("plain, 1 thread", speed.kernel());
        assertTrue(speed.tokensPerSecond() > 0);
        assertTrue(speed.tokensPerProcessorSecond() > 0);
        assertTrue(speed.promptTokensPerSecond() > 0);
        assertTrue(speed.promptTokensPerProcessorSecond() > 0);
        assertTrue(speed.memoryGigabytesPerSecond() > speed.gigabytesPerSecond());
        assertTrue(0 < speed.share() && speed.share() < 1, speed.toString());
        assertEquals(
                speed,
                Json.read("speed", Json.line(speed).getBytes(), DecodeSpeed.class),
                "the other JVM's answer can be read back");
    }

    @Test
    void refusesSettingsThatMeasureNothing() {
        Path folder = Path.of("model");
        assertEquals(
                "--rounds 0 is too small. Give 1 or more.",
                assertThrows(
                                UserException.class,
                                () -> new DecodeBench(folder, Precision.STORED, backend, 1, 0))
                        .getMessage());
        assertThrows(
                UserException.class,
                () -> new DecodeBench(folder, Precision.STORED, backend, -1, 1));
    }
}
