package openweights.engine.math.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** The JDK's incubator module with the Vector API: loads it where that is possible. */
final class VectorModule {

    static final String NAME = "jdk.incubator.vector";

    /** Why there are no vector kernels and what to do about it; empty if there are some. */
    static final Optional<String> PROBLEM = load();

    private VectorModule() {}

    /** The widest register that the Vector API uses here, in bits. */
    static int widestRegister() {
        try {
            Class<?> shape = Class.forName(NAME + ".VectorShape");
            Object preferred = shape.getMethod("preferredShape").invoke(null);
            return (int) shape.getMethod("vectorBitSize").invoke(preferred);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JDK has an unknown Vector API: " + e, e);
        }
    }

    private static Optional<String> load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return Optional.empty();
        }
        if (!intrinsicsAreOn()) {
            return Optional.of(advice("this JVM was started without it"));
        }
        try {
            // The JDK's own way to load a module late. Requesting it at start-up would make
            // every start slower and print a warning.
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(advice(String.valueOf(e.getCause())));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.of(advice(e.toString()));
        }
    }

    /** Without intrinsics the Vector API works, but a hundred times slower than a plain loop. */
    private static boolean intrinsicsAreOn() {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("EnableVectorSupport")
                    .getValue()
                    .equals("true");
        } catch (RuntimeException e) { // a JVM that does not know the option, or no HotSpot
            return false;
        }
    }

    private static String advice(String reason) {
        return "The Vector API is not in use ("
                + reason
                + "), so products with weights are several times slower. Start with ./course, or give java the option --add-modules "
                + NAME
                + ".";
    }
}
