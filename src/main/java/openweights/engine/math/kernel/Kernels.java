package openweights.engine.math.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kernels that this machine and this JVM can run. */
public final class Kernels {

    private static final String VECTOR = "openweights.engine.math.vector.VectorKernel";

    private Kernels() {}

    /** All of them: plain, BLAS, then the vector kernels from narrow to wide. */
    public static List<Kernel> all() {
        List<Kernel> kernels = new ArrayList<>();
        kernels.add(new PlainKernel());
        kernels.add(new BlasKernel());
        kernels.addAll(vector());
        return kernels;
    }

    /** The kernel called {@code name}. */
    public static Kernel named(String name) {
        List<Kernel> kernels = all();
        return kernels.stream()
                .filter(kernel -> kernel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name, kernels)));
    }

    /** Why there are no vector kernels and what to do about it; empty if there are. */
    public static Optional<String> advice() {
        return VectorModule.FAULT;
    }

    /**
     * The kernels worth comparing in one JVM. That is one width of vectors only: once two widths
     * have run, the compiler can no longer tell them apart inside the Vector API, and both become
     * many times slower. BLAS takes long to load and helps only where there are no vectors.
     */
    static List<Kernel> candidates() {
        List<Kernel> vector = vector();
        Kernel first = vector.isEmpty() ? new BlasKernel() : vector.get(vector.size() - 1);
        return List.of(first, new PlainKernel());
    }

    private static List<Kernel> vector() {
        List<Kernel> kernels = new ArrayList<>();
        if (VectorModule.FAULT.isEmpty()) {
            int widest = Math.min(512, VectorModule.widestRegister());
            for (int bits = Math.min(256, widest); bits <= widest; bits *= 2) {
                kernels.add(vector(bits));
            }
        }
        return kernels;
    }

    private static Kernel vector(int bits) {
        try {
            Class<?> kernel = new VectorLoader(bits).loadClass(VECTOR);
            return (Kernel) kernel.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernel cannot be loaded: " + e, e);
        }
    }

    private static String unknown(String name, List<Kernel> kernels) {
        String known = kernels.stream().map(Kernel::name).collect(Collectors.joining(", "));
        String fault = VectorModule.FAULT.map(advice -> " " + advice).orElse("");
        return "kernel \"" + name + "\" is not known here. Known: " + known + "." + fault;
    }
}
