package openweights.math;

import java.util.ArrayList;
import java.util.List;

/** The kernels that this machine and this JVM can run. */
public final class Kernels {

    private static final String VECTOR = "openweights.math.vector.VectorKernel";

    private Kernels() {}

    /** All of them, the plain one first, then the vector kernels from narrow to wide. */
    public static List<Kernel> all() {
        List<Kernel> kernels = new ArrayList<>();
        kernels.add(new PlainKernel());
        if (hasVectorModule()) {
            int widest = widestRegister();
            for (int bits = Math.min(256, widest); bits <= widest; bits *= 2) {
                kernels.add(vector(bits));
            }
        }
        return kernels;
    }

    /** Whether this JVM can use the Vector API. */
    public static boolean hasVectorModule() {
        return VectorModule.present();
    }

    /** In bits, at most 512. */
    private static int widestRegister() {
        try {
            Class<?> shape = Class.forName("jdk.incubator.vector.VectorShape");
            Object preferred = shape.getMethod("preferredShape").invoke(null);
            return Math.min(512, (int) shape.getMethod("vectorBitSize").invoke(preferred));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Vector API of this JDK is not known: " + e, e);
        }
    }

    private static Kernel vector(int bits) {
        try {
            return (Kernel)
                    new VectorLoader(bits).loadClass(VECTOR).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernel cannot be loaded: " + e, e);
        }
    }
}
