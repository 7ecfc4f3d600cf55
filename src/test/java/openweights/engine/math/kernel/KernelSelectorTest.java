package openweights.engine.math.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    @Test
    void storesItsMeasurement() throws IOException {
        Path file = folder.resolve("new/kernels.properties");
        Kernel first = KernelSelector.kernel(file);
        Properties known = new Properties();
        known.load(Files.newBufferedReader(file));
        assertEquals(first.name(), known.getProperty(KernelSelector.machine()));
    }

    @Test
    void usesTheStoredKernelOfThisMachine() throws IOException {
        Path file = folder.resolve("kernels.properties");
        Kernel first = Kernels.candidates().get(0);
        remember(file, KernelSelector.machine(), first.name());
        assertEquals(first.name(), KernelSelector.kernel(file).name());
    }

    @Test
    void measuresAgainIfAPlainLoopBeatVectors() throws IOException {
        assumeTrue(Kernels.advice().isEmpty(), "this JVM has no vectors");
        Path file = folder.resolve("kernels.properties");
        remember(file, KernelSelector.machine(), "plain");
        assertEquals(Kernels.candidates().get(0).name(), KernelSelector.kernel(file).name());
    }

    @Test
    void measuresAgainIfTheStoredFileIsUseless() throws IOException {
        Path file = folder.resolve("kernels.properties");
        remember(file, KernelSelector.machine(), "vector-65536");
        assertFalse(KernelSelector.kernel(file).name().equals("vector-65536"));
        Files.writeString(file, "\\u00zz");
        assertTrue(
                Kernels.candidates().stream()
                        .map(Kernel::name)
                        .toList()
                        .contains(KernelSelector.kernel(file).name()));
    }

    @Test
    void prefersTheFasterKernel() {
        Kernel slow =
                new PlainKernel() {
                    @Override
                    public float dot(float[] a, int aAt, float[] b, int bAt, int n) {
                        float sum = 0;
                        for (int i = 0; i < 300 * n; i++) {
                            sum += a[aAt + i % n] * b[bAt + i % n];
                        }
                        return sum;
                    }
                };
        Kernel plain = new PlainKernel();
        assertEquals(plain, KernelBenchmark.fastest(List.of(slow, plain)));
        assertEquals(plain, KernelBenchmark.fastest(List.of(plain, slow)));
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
