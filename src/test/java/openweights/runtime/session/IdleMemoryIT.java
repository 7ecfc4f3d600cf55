package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** An idle kernel gives back what its cells no longer use: Java's memory, and ND4J's. */
class IdleMemoryIT {

    private static final long MEGABYTE = 1 << 20;
    private static final int TRIES = 600;

    private static final String USE =
            """
            byte[][] used = new byte[40][];
            for (int i = 0; i < used.length; i++) { used[i] = new byte[4 << 20]; Arrays.fill(used[i], (byte) 1); }
            INDArray natives = Nd4j.ones(DataType.FLOAT, 20_000_000);
            used.length + natives.length()""";

    @Test
    void givesBackWhatItsCellsNoLongerUse() throws IOException {
        KernelSpec spec = TestJdk.all().findFirst().orElseThrow().spec();
        spec.install(List.of("-Dopenweights.idle.seconds=1"));
        try (KernelSession kernel = spec.start()) {
            assertEquals("20000040", kernel.execute(USE).value());
            Assumptions.assumeTrue(
                    kernel.residentMemory().isPresent(), "this system does not report it");
            long used = megabytes(kernel);
            assertTrue(used > 300, "in use: " + used);
            kernel.execute("used = null; natives = null;");
            for (int i = 0; i < TRIES && megabytes(kernel) > used - 200; i++) {
                LockSupport.parkNanos(100_000_000);
            }
            long idle = megabytes(kernel);
            System.out.printf("A kernel with 240 MB in use: %d MB; idle: %d MB%n", used, idle);
            assertTrue(idle <= used - 200, "in use: " + used + ", idle: " + idle);
        }
    }

    private static long megabytes(KernelSession kernel) {
        return kernel.residentMemory().orElse(0) / MEGABYTE;
    }
}
