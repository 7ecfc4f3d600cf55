package openweights.runtime.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import openweights.base.Home;
import openweights.base.TerminalText;
import openweights.runtime.session.KernelMemory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks the machine: JDK, native libraries, memory and disk. */
final class Machine {

    private static final long MEGABYTE = 1L << 20;
    private static final long GIGABYTE = 1L << 30;

    /** A heap of so few megabytes or kilobytes that a notebook does not fit. */
    private static final Pattern SMALL_HEAP =
            Pattern.compile("-Xmx(\\d{1,3}[mM]|\\d{1,6}[kK]|\\d{1,9})(\\s|$)");

    private static final long MIN_MEMORY = 2 * GIGABYTE;
    private static final long MIN_DISK = GIGABYTE;

    private Machine() {}

    static Finding jdk(JavaHome jdk) {
        String found = String.format("%s, %s, %s", jdk.version(), jdk.vendor(), jdk.architecture());
        return jdk.fault().isEmpty()
                ? Finding.good("JDK", found)
                : new Finding(
                        "JDK",
                        found + ", " + jdk.home() + ": " + jdk.fault(),
                        "Install a 64-bit JDK 17 or newer, then run ./course lab.");
    }

    /** Loads ND4J's native libraries and multiplies two matrices. */
    static Finding nd4j() {
        try {
            INDArray left = Nd4j.create(new double[][] {{1, 2}, {3, 4}});
            INDArray right = Nd4j.create(new double[][] {{10, 0}, {0, 100}});
            double answer = left.mmul(right).sumNumber().doubleValue();
            return answer == 640
                    ? Finding.good(
                            "ND4J",
                            "native libraries for "
                                    + platform()
                                    + " loaded; a matrix product is correct")
                    : broken("the product of two matrices sums to " + answer + " instead of 640");
        } catch (LinkageError | RuntimeException e) {
            return broken(rootOf(e).toString());
        }
    }

    private static Finding broken(String found) {
        return new Finding(
                "ND4J",
                "native libraries for " + platform() + ": " + found,
                "Delete the folders target and .course/natives, then run ./course lab.");
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The kernel's limits are the same inside the kernel and in a terminal. */
    static Finding memory() {
        long machine =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize();
        KernelMemory kernel = KernelMemory.here();
        String found =
                gigabytes(machine)
                        + " in this machine; a kernel may use "
                        + gigabytes(kernel.heap() * MEGABYTE)
                        + " for Java and "
                        + gigabytes(kernel.natives() * MEGABYTE)
                        + " for ND4J";
        return machine >= MIN_MEMORY
                ? Finding.good("memory", found)
                : new Finding("memory", found, "Close other programs before you open a notebook.");
    }

    /** A variable that gives every Java program too little memory, whatever the course asks for. */
    static Optional<Finding> options(Map<String, String> environment) {
        for (String name : List.of("_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            String value = environment.getOrDefault(name, "");
            if (SMALL_HEAP.matcher(value).find()) {
                String fix =
                        "It limits the memory of every Java program, the course's too. Unset %s."
                                .formatted(name);
                String found = name + " is " + TerminalText.printable(value);
                return Optional.of(new Finding("options", found, fix));
            }
        }
        return Optional.empty();
    }

    static Finding disk(Home project) {
        try {
            long free = Files.getFileStore(project.root()).getUsableSpace();
            String found = gigabytes(free) + " free in the course's folder";
            return free >= MIN_DISK
                    ? Finding.good("disk", found)
                    : new Finding("disk", found, "Free some space: the course needs 1 GB to work.");
        } catch (IOException e) {
            return new Finding("disk", "cannot be checked: " + e, "Is the folder still mounted?");
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE);
    }
}
