package openweights.engine.math.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.base.UserException;

/** The kernels that this machine and JVM can run. */
public final class Kernels {

    private static final String VECTOR = "openweights.engine.math.vector.VectorKernel";

    private Kernels() {}

    /** All of them: plain, BLAS, then the vector kernels from narrowest to widest. */
    public static List<Kernel> all() {
        List<Kernel> kernels = new ArrayList<>();
        kernels.add(new PlainKernel());
        kernels.add(new BlasKernel());
        kernels.addAll(vector());
        return kernels;
    }

    /**
     * The kernel called {@code name}.
     *
     * @throws UserException if there is none; the message lists those that there are
     */
    public static Kernel named(String name) {
        List<Kernel> kernels = all();
        return kernels.stream()
                .filter(kernel -> kernel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(unknown(name, kernels)));
    }

    /** Why there are no vector kernels and what to do about it; empty if there are some. */
    public static Optional<String> advice() {
        return VectorModule.PROBLEM;
    }

    /**
     * The kernels worth comparing in one JVM, the expected winner first. They include one vector
     * width only: once two widths have run, the JIT compiler can no longer tell them apart inside
     * the Vector API, and both become many times slower. BLAS takes long to load and helps only
     * where there are no vectors.
     */
    static List<Kernel> candidates() {
        List<Kernel> vector = vector();
        Kernel first = vector.isEmpty() ? new BlasKernel() : vector.get(vector.size() - 1);
        return List.of(first, new PlainKernel());
    }

    private static List<Kernel> vector() {
        List<Kernel> kernels = new ArrayList<>();
        if (VectorModule.PROBLEM.isEmpty()) {
            int widest = Math.min(512, VectorModule.widestRegister());
            for (int bits = Math.min(256, widest); bits <= widest; bits *= 2) {
                kernels.add(vector(bits));
            }
        }
        return kernels;
    }

    /** The vector kernel for registers of 128, 256 or 512 bits. */
    static Kernel vector(int bits) {
        try {
            Class<?> kernel = new VectorLoader(bits).loadClass(VECTOR);
            return (Kernel) kernel.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The vector kernel cannot be loaded: " + e, e);
        }
    }

    private static String unknown(String name, List<Kernel> kernels) {
        String known = kernels.stream().map(Kernel::name).collect(Collectors.joining(", "));
        String advice = VectorModule.PROBLEM.map(text -> " " + text).orElse("");
        return "There is no kernel \""
                + name
                + "\" on this machine. Choose from: "
                + known
                + "."
                + advice;
    }
}
