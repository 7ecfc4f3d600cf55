package openweights.engine.math.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSelectorTest {

    @TempDir Path folder;

    /** A slow kernel and plain loops, because other tests in this JVM may have spoiled vectors. */
    @Test
    void storesItsMeasurementAndTheReason() throws IOException {
        Path file = folder.resolve("new/kernels.properties");
        List<Kernel> candidates = List.of(new Slow(), new PlainKernel());
        KernelChoice first = KernelSelector.choice(file, candidates);
        Properties known = new Properties();
        known.load(Files.newBufferedReader(file));
        String stored = known.getProperty(KernelSelector.machine());
        assertEquals("plain: " + first.why(), stored);
        assertEquals(first.why(), KernelSelector.choice(file, candidates).why());
    }

    @Test
    void usesTheStoredKernelOfThisMachine() throws IOException {
        Path file = folder.resolve("kernels.properties");
        Kernel first = Kernels.candidates().get(0);
        remember(file, KernelSelector.machine(), first.name());
        assertEquals(
                first.name(), KernelSelector.choice(file, Kernels.candidates()).kernel().name());
    }

    /** A loaded machine must not measure at each start, so what was measured is remembered. */
    @Test
    void remembersWhyVectorsLost() throws IOException {
        Path file = folder.resolve("kernels.properties");
        remember(file, KernelSelector.machine(), "plain: vector-256 computes 4 bits slowly");
        KernelChoice choice = KernelSelector.choice(file, Kernels.candidates());
        assertEquals("plain", choice.kernel().name());
        assertEquals("vector-256 computes 4 bits slowly", choice.why());
    }

    @Test
    void measuresAgainIfTheStoredFileIsUseless() throws IOException {
        Path file = folder.resolve("kernels.properties");
        remember(file, KernelSelector.machine(), "vector-65536");
        assertFalse(
                KernelSelector.choice(file, Kernels.candidates())
                        .kernel()
                        .name()
                        .equals("vector-65536"));
        Files.writeString(file, "\\u00zz");
        assertTrue(
                Kernels.candidates().stream()
                        .map(Kernel::name)
                        .toList()
                        .contains(
                                KernelSelector.choice(file, Kernels.candidates()).kernel().name()));
    }

    @Test
    void prefersTheFasterKernelAndSaysWhy() {
        KernelChoice choice = KernelBenchmark.choose(List.of(new Slow(), new PlainKernel()));
        assertEquals("plain", choice.kernel().name());
        assertTrue(choice.why().startsWith("slow computes float32 at 0.0"), choice.why());
        choice = KernelBenchmark.choose(List.of(new PlainKernel(), new Slow()));
        assertEquals("plain", choice.kernel().name());
        assertEquals("", choice.why());
    }

    /** A kernel that still makes objects has not been compiled, however slow it is. */
    @Test
    void whatIsNotCompiledYetDoesNotLose() {
        Kernel late = new Late();
        KernelChoice choice = KernelBenchmark.choose(List.of(late, new PlainKernel()));
        assertEquals(late, choice.kernel(), choice.why());
        assertFalse(choice.certain());
    }

    /** Plain loops that do something more for each product. */
    private abstract static class Disturbed extends PlainKernel {

        /** Called before a product: how often it is computed. */
        abstract int times();

        @Override
        public void multiplyTiles(
                float[] w,
                int wAt,
                int tiles,
                int columns,
                float[] x,
                int xAt,
                float[] y,
                int yAt) {
            for (int i = times(); i > 0; i--) {
                super.multiplyTiles(w, wAt, tiles, columns, x, xAt, y, yAt);
            }
        }

        @Override
        public void multiplyTiles(
                Half half,
                int[] w,
                int wAt,
                int tiles,
                int columns,
                float[] x,
                int xAt,
                float[] y,
                int yAt) {
            for (int i = times(); i > 0; i--) {
                super.multiplyTiles(half, w, wAt, tiles, columns, x, xAt, y, yAt);
            }
        }

        @Override
        public void multiply(
                TileLayout layout, int[] w, int wAt, int tiles, TileInput x, float[] y, int yAt) {
            for (int i = times(); i > 0; i--) {
                super.multiply(layout, w, wAt, tiles, x, y, yAt);
            }
        }

        @Override
        public void accumulate(
                int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
            for (int i = times(); i > 0; i--) {
                super.accumulate(columns, w, wAt, x, xAt, y, yAt);
            }
        }
    }

    /** Makes objects in every product, as vectors do until they are compiled. */
    private static final class Late extends Disturbed {

        private byte[] garbage = {};

        @Override
        int times() {
            garbage = new byte[100_000];
            return 1;
        }

        @Override
        public void accumulate(
                int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
            for (int i = 0; i < 3; i++) {
                super.accumulate(columns, w, wAt, x, xAt, y, yAt);
            }
        }
    }

    /**
     * Forty times as slow in every format, so that no state of the JIT compiler makes up for it.
     */
    private static final class Slow extends Disturbed {

        @Override
        public String name() {
            return "slow";
        }

        @Override
        int times() {
            return 40;
        }
    }

    @Test
    void listsTheKnownKernels() {
        assertEquals("blas", Kernels.named("blas").name());
        var thrown = assertThrows(UserException.class, () -> Kernels.named("turbo"));
        assertTrue(
                thrown.getMessage()
                        .startsWith(
                                "There is no kernel \"turbo\" on this machine. Choose from: plain, blas"));
    }

    private static void remember(Path file, String machine, String kernel) throws IOException {
        Properties known = new Properties();
        known.setProperty(machine, kernel);
        try (Writer out = Files.newBufferedWriter(file)) {
            known.store(out, null);
        }
    }
}
