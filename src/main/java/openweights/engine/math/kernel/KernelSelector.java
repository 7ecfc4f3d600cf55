package openweights.engine.math.kernel;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import openweights.base.Home;
import org.jspecify.annotations.Nullable;

/**
 * Picks the fastest kernel: the one asked for by the system property {@code openweights.kernel},
 * else the one that was fastest on this machine and JVM before, else the one that is fastest now.
 * What was measured is remembered in {@code .course/kernels.properties} of the course.
 */
public final class KernelSelector {

    private static final String ASKED = "openweights.kernel";
    private static final String FILE = "kernels.properties";

    /** To be raised when kernels change, so that old measurements are forgotten. */
    private static final int VERSION = 2;

    private static @Nullable Kernel chosen;

    private KernelSelector() {}

    /** The process's kernel; measured at most once. */
    public static synchronized Kernel kernel() {
        if (chosen == null) {
            String asked = System.getProperty(ASKED);
            chosen =
                    asked != null
                            ? Kernels.named(asked)
                            : Home.find()
                                    .map(home -> kernel(home.state().resolve(FILE)))
                                    .orElseGet(() -> KernelBenchmark.fastest(Kernels.candidates()));
        }
        return chosen;
    }

    /** The kernel remembered in {@code file}, or the fastest, which {@code file} then remembers. */
    static Kernel kernel(Path file) {
        Properties known = read(file);
        List<Kernel> candidates = Kernels.candidates();
        String name = known.getProperty(machine());
        for (Kernel kernel : candidates) {
            if (kernel.name().equals(name) && plausible(kernel, candidates)) {
                return kernel;
            }
        }
        Kernel fastest = KernelBenchmark.fastest(candidates);
        if (plausible(fastest, candidates)) {
            known.setProperty(machine(), fastest.name());
            write(known, file);
        }
        return fastest;
    }

    /** Vectors that lose were hardly compiled yet; then the next start measures again. */
    private static boolean plausible(Kernel kernel, List<Kernel> candidates) {
        return kernel == candidates.get(0) || Kernels.advice().isPresent();
    }

    /** What a measurement is valid for. */
    static String machine() {
        return String.join(
                ", ",
                Processor.name(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                Kernels.advice().isEmpty() ? "vectors" : "no vectors",
                "kernels " + VERSION);
    }

    private static Properties read(Path file) {
        Properties known = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException | IllegalArgumentException e) {
                known.clear(); // A damaged file costs one more measurement, nothing else.
            }
        }
        return known;
    }

    private static void write(Properties known, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "kernels", ".tmp");
            try (Writer out = Files.newBufferedWriter(temporary)) {
                known.store(
                        out, "The fastest kernel of openweights.engine.math by machine and JVM");
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A folder that cannot be written only means measuring again next time.
            return;
        }
    }
}
