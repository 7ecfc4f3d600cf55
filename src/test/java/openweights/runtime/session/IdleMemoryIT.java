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

    private static final String JAVA =
            """
            byte[][] java = new byte[40][];
            for (int i = 0; i < java.length; i++) { java[i] = new byte[4 << 20]; Arrays.fill(java[i], (byte) 1); }""";
    private static final String NATIVE =
            "INDArray natives = Nd4j.ones(DataType.FLOAT, 40_000_000);";

    @Test
    void givesBackWhatItsCellsNoLongerUse() throws IOException {
        KernelSpec spec = TestJdk.all().findFirst().orElseThrow().spec();
        spec.install(List.of("-Dopenweights.idle.seconds=1"));
        try (KernelSession kernel = spec.start()) {
            Assumptions.assumeTrue(
                    kernel.residentMemory().isPresent(), "this system does not report it");
            runs(kernel, "Nd4j.ones(2)");
            givesBack(kernel, JAVA, "java");
            givesBack(kernel, NATIVE, "natives");
        }
    }

    /**
     * A cell fills 160 MB and a later one forgets them. How much of the rest a kernel keeps for
     * itself differs from machine to machine; more than half of what a cell took is the cell's.
     */
    private static void givesBack(KernelSession kernel, String fill, String name)
            throws IOException {
        runs(kernel, fill);
        long used = megabytes(kernel);
        runs(kernel, name + " = null;");
        for (int i = 0; i < TRIES && megabytes(kernel) > used - 80; i++) {
            LockSupport.parkNanos(100_000_000);
        }
        long idle = megabytes(kernel);
        System.out.printf("A kernel with 160 MB of %s: %d MB; idle: %d MB%n", name, used, idle);
        assertTrue(idle <= used - 80, name + " in use: " + used + " MB, idle: " + idle + " MB");
    }

    private static void runs(KernelSession kernel, String cell) throws IOException {
        CellOutcome outcome = kernel.execute(cell);
        assertEquals(CellOutcome.Status.OK, outcome.status(), outcome::errorValue);
    }

    private static long megabytes(KernelSession kernel) {
        return kernel.residentMemory().orElse(0) / MEGABYTE;
    }
}
