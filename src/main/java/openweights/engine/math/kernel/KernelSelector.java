package openweights.engine.math.kernel;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** Between a kernel's name and the reason why it was chosen. */
    private static final String BECAUSE = ": ";

    /** Raise this when kernels change, so that old measurements are ignored. */
    private static final int VERSION = 5;

    private static @Nullable KernelChoice chosen;

    private KernelSelector() {}

    /**
     * The kernel of this process, measured at most once.
     *
     * @throws openweights.base.UserException if the system property names an unknown kernel
     */
    public static Kernel kernel() {
        return choice().kernel();
    }

    /**
     * The kernel and why it was chosen.
     *
     * @throws openweights.base.UserException if the system property names an unknown kernel
     */
    public static synchronized KernelChoice choice() {
        if (chosen == null) {
            String requested = System.getProperty(PROPERTY);
            chosen =
                    requested != null
                            ? new KernelChoice(Kernels.named(requested), "", true)
                            : file().map(file -> choice(file, Kernels.candidates()))
                                    .orElseGet(() -> KernelBenchmark.choose(Kernels.candidates()));
        }
        return chosen;
    }

    /**
     * A line about the kernel that this machine uses, without measuring: its name, and why it is
     * not a vector kernel if it is not.
     */
    public static String report() {
        String advice = Kernels.advice().map(text -> " " + text).orElse("");
        return file().flatMap(file -> known(file, Kernels.candidates()))
                .map(choice -> "Kernel: " + describe(choice) + "." + advice)
                .orElse("Kernel: not measured yet; the first model that runs does." + advice);
    }

    /**
     * Why this process does not compute with vectors; empty if it does, or if it was asked not to.
     */
    public static Optional<String> caution() {
        String why = choice().why();
        return why.isEmpty()
                ? Kernels.advice()
                : Optional.of("Vectors are not in use: " + why + ".");
    }

    /** The name, and the reason if there is one. */
    public static String describe(KernelChoice choice) {
        return choice.kernel().name() + (choice.why().isEmpty() ? "" : BECAUSE + choice.why());
    }

    /** What was measured for all students of a shared course is not measured again. */
    private static Optional<Path> file() {
        return Home.find().map(KernelSelector::file);
    }

    private static Path file(Home home) {
        Path shared = home.state().resolve(FILE);
        boolean known = known(shared, Kernels.candidates()).isPresent();
        return known ? shared : home.personal().resolve(FILE);
    }

    /** The choice stored in {@code file}, or a new one, which is then stored there. */
    static KernelChoice choice(Path file, List<Kernel> candidates) {
        return known(file, candidates)
                .orElseGet(
                        () -> {
                            KernelChoice choice = KernelBenchmark.choose(candidates);
                            if (choice.certain()) {
                                store(choice, file);
                            }
                            return choice;
                        });
    }

    private static Optional<KernelChoice> known(Path file, List<Kernel> candidates) {
        String stored = read(file).getProperty(machine(), "");
        int end = stored.indexOf(BECAUSE);
        String name = end < 0 ? stored : stored.substring(0, end);
        String why = end < 0 ? "" : stored.substring(end + BECAUSE.length());
        return candidates.stream()
                .filter(kernel -> kernel.name().equals(name))
                .map(kernel -> new KernelChoice(kernel, why, true))
                .findFirst();
    }

    private static void store(KernelChoice choice, Path file) {
        Properties known = read(file);
        known.setProperty(machine(), describe(choice));
        write(known, file);
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
