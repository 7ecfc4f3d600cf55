package openweights.engine.math.kernel;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import openweights.base.AtomicFile;
import openweights.base.Home;
import org.jspecify.annotations.Nullable;

/**
 * Picks the kernel: the one that the system property {@code openweights.kernel} names, otherwise
 * the one that was fastest on this machine and JVM before, otherwise the one that is fastest now.
 * Results are stored in the course's {@code .course/kernels.properties}.
 */
public final class KernelSelector {

    private static final String PROPERTY = "openweights.kernel";
    private static final String FILE = "kernels.properties";

    /** Raise this when kernels change, so that old measurements are ignored. */
    private static final int VERSION = 2;

    private static @Nullable Kernel chosen;

    private KernelSelector() {}

    /**
     * The kernel of this process, measured at most once.
     *
     * @throws openweights.base.UserException if the system property names an unknown kernel
     */
    public static synchronized Kernel kernel() {
        if (chosen == null) {
            String requested = System.getProperty(PROPERTY);
            chosen =
                    requested != null
                            ? Kernels.named(requested)
                            : Home.find()
                                    .map(home -> kernel(home.state().resolve(FILE)))
                                    .orElseGet(() -> KernelBenchmark.fastest(Kernels.candidates()));
        }
        return chosen;
    }

    /** The kernel stored in {@code file}, or the fastest, which is then stored there. */
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

    /** Vectors that lose were probably not compiled yet, so the next start measures again. */
    private static boolean plausible(Kernel kernel, List<Kernel> candidates) {
        return kernel == candidates.get(0) || Kernels.advice().isPresent();
    }

    /** Everything that a measurement depends on. */
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
                known.clear(); // A damaged file costs one more measurement and nothing else.
            }
        }
        return known;
    }

    private static void write(Properties known, Path file) {
        try {
            StringWriter text = new StringWriter();
            known.store(text, "The fastest kernel of openweights.engine.math by machine and JVM");
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, text.toString());
        } catch (IOException e) {
            // A folder that is not writable only means measuring again next time.
            return;
        }
    }
}
