package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.OptionalLong;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The memory that a kernel holds, where the platform reports it. */
class MemoryIT extends RealKernel {

    /** Without the archive of classes, which set-up makes, a kernel needs a little more. */
    private static final long SMALL = 250L << 20;

    private static final long FREED = 200L << 20;

    @Test
    void afterItsFirstProductItIsSmall() throws IOException {
        kernel.restart();
        assertEquals("8.0", succeeds("Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)).sumNumber()").value());
        long resident = resident();
        assertTrue(resident < SMALL, (resident >> 20) + " MB");
    }

    @Test
    void givesMemoryBackWhenNoCellRuns() throws InterruptedException {
        succeeds(
                "byte[][] big = new byte[6][]; for (int i = 0; i < 6; i++) { big[i] = new byte[50_000_000]; Arrays.fill(big[i], (byte) 1); }");
        long full = resident();
        succeeds("big = null;");
        for (int second = 0; second < 120 && resident() > full - FREED; second++) {
            Thread.sleep(1000);
        }
        assertTrue(resident() <= full - FREED, (resident() >> 20) + " of " + (full >> 20) + " MB");
    }

    private static long resident() {
        OptionalLong bytes = kernel.residentMemory();
        Assumptions.assumeTrue(bytes.isPresent(), "this system does not report it");
        return bytes.getAsLong();
    }
}
