package openweights.math;

/**
 * The module of the JDK's Vector API. Named on Java's command line, it costs every start a tenth of
 * a second and a warning, so {@code ./course} has it loaded here, when the first product asks for
 * it.
 */
final class VectorModule {

    private static final String NAME = "jdk.incubator.vector";

    private static final boolean PRESENT = startedWith() || loaded();

    private VectorModule() {}

    /** Whether the Vector API can be used in this JVM. */
    static boolean present() {
        return PRESENT;
    }

    private static boolean startedWith() {
        return ModuleLayer.boot().findModule(NAME).isPresent();
    }

    /**
     * Loads it the way the JVM loads modules for its own tools. That is allowed only where the JVM
     * was started for it, with {@code -XX:+EnableVectorSupport} and the export of this package.
     */
    private static boolean loaded() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
