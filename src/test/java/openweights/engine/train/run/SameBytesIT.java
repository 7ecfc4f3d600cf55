package openweights.engine.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import openweights.ForkedJvm;
import openweights.Requirement;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.Kernels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run in JVMs of every kind, some of which are killed: the record is always the same. */
class SameBytesIT {

    private static final String TINY = TinyRecipe.file().toString();
    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    @TempDir static Path temporary;
    private static String expected;

    @BeforeAll
    static void runPlainWithOneThread() throws Exception {
        expected = record("plain", java(), List.of("-Dopenweights.kernel=plain"), 1);
    }

    @Test
    void withTwoThreads() throws Exception {
        assertEquals(expected, record("threads", java(), List.of("-Dopenweights.kernel=plain"), 2));
    }

    @Test
    void withEveryKernelOfTheVectorApi() throws Exception {
        List<String> names =
                Kernels.all().stream().map(Kernel::name).filter(n -> n.startsWith("v")).toList();
        assumeTrue(!names.isEmpty(), "this JVM has no Vector API, so there is nothing to compare");
        for (String name : names) {
            assertEquals(
                    expected,
                    record(name, java(), List.of(MODULE, "-Dopenweights.kernel=" + name), 2));
        }
    }

    @Test
    void withoutAvx512() throws Exception {
        assumeTrue(
                System.getProperty("os.arch").equals("amd64"),
                "AVX is a matter of x86 processors; this is " + System.getProperty("os.arch"));
        assertEquals(
                expected,
                record(
                        "avx2",
                        java(),
                        List.of(MODULE, "-XX:UseAVX=2", "-Dopenweights.kernel=vector-256"),
                        2));
        assertEquals(
                expected,
                record(
                        "avx2-plain",
                        java(),
                        List.of("-XX:UseAVX=2", "-Dopenweights.kernel=plain"),
                        2));
    }

    @Test
    void onOtherJdks() throws Exception {
        List<Path> others = otherJdks();
        Requirement.JDKS.check(
                !others.isEmpty(), "no other JDK lies beside " + System.getProperty("java.home"));
        for (Path other : others) {
            assertEquals(expected, record(other + " vector", other, List.of(MODULE), 2));
            assertEquals(
                    expected,
                    record(other + " plain", other, List.of("-Dopenweights.kernel=plain"), 1));
        }
    }

    @Test
    void afterBeingKilledRepeatedly() throws Exception {
        Path folder = temporary.resolve("killed");
        int kills = 0;
        // Each process lives a little longer, so that they are killed at different moments.
        for (long life = 700; !Files.exists(folder.resolve("run.json")); life += 450) {
            Process process = start(java(), List.of(), Impatient.class, folder, 2);
            if (!process.waitFor(life, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                kills++;
            }
        }
        assertEquals(expected, Files.readString(folder.resolve("run.json")));
        assertTrue(kills >= 2, "the process was killed " + kills + " times only");
    }

    /** Trains slowly and saves its state as often as possible. */
    static final class Impatient {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[3]);
            boolean going = true;
            while (going) {
                Run run = Run.open(Path.of(arguments[1]), folder, Backend.best());
                int begun = run.step();
                // Stopping saves the state.
                going = !run.go(24, new RunListener() {}, () -> run.step() > begun && pause());
            }
        }

        private static boolean pause() {
            try {
                Thread.sleep(40);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }
    }

    private static String record(String name, Path java, List<String> options, int threads)
            throws Exception {
        Path folder = temporary.resolve(name.replace('/', '-').replace(' ', '-'));
        Class<?> main = Class.forName("openweights.cli.Main");
        Process process = start(java, options, main, folder, threads);
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return Files.readString(folder.resolve("run.json"));
    }

    private static Process start(
            Path java, List<String> options, Class<?> main, Path folder, int threads)
            throws IOException {
        List<String> all = new ArrayList<>(options);
        all.add("--enable-native-access=ALL-UNNAMED");
        all.add("-Dopenweights.threads=" + threads);
        return new ForkedJvm(java, all)
                .program(main, "train", TINY, "--out", folder)
                .redirectErrorStream(true)
                .start();
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** JDKs of other versions in the same folder as this one. */
    private static List<Path> otherJdks() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> neighbors = Files.list(home.getParent())) {
            List<Path> others = new ArrayList<>();
            for (Path neighbor : neighbors.sorted().toList()) {
                Path java = neighbor.resolve("bin/java");
                if (Files.isExecutable(java) && !neighbor.toRealPath().equals(home)) {
                    others.add(java);
                }
            }
            return others;
        }
    }
}
