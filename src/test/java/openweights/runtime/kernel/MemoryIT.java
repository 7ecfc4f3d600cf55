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

    /** With some room: a newer JDK, or no archive of classes, takes a little more. */
    private static final long SMALL = 300L << 20;

    @Test
    void afterItsFirstProductItIsSmall() throws IOException {
        kernel.restart();
        assertEquals("8.0", succeeds("Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)).sumNumber()").value());
        long resident = resident();
        assertTrue(resident < SMALL, (resident >> 20) + " MB");
    }

    private static long resident() {
        OptionalLong bytes = kernel.residentMemory();
        Assumptions.assumeTrue(bytes.isPresent(), "this system does not report it");
        return bytes.getAsLong();
    }
}
