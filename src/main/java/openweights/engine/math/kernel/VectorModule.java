package openweights.engine.math.kernel;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** The JDK's incubator module of the Vector API: whether it is here, and getting it. */
final class VectorModule {

    static final String NAME = "jdk.incubator.vector";

    /** Why there are no vector kernels, or empty if there are. */
    static final Optional<String> FAULT = load();

    private VectorModule() {}

    /** The widest register that the Vector API uses here, in bits. */
    static int widestRegister() {
        try {
            Class<?> shape = Class.forName(NAME + ".VectorShape");
            Object preferred = shape.getMethod("preferredShape").invoke(null);
            return (int) shape.getMethod("vectorBitSize").invoke(preferred);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the Vector API of this JDK is not known: " + e, e);
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
            // How the JDK itself loads a module late; a module that is asked for at the start
            // makes every start slower and prints a warning.
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

    /** Without them the Vector API works, but a hundred times slower than a plain loop. */
    private static boolean intrinsicsAreOn() {
        try {
            Object option =
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                                    "getVMOption",
                                    new Object[] {"EnableVectorSupport"},
                                    new String[] {String.class.getName()});
            return "true".equals(((CompositeData) option).get("value"));
        } catch (JMException | RuntimeException e) {
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
