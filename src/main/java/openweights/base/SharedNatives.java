package openweights.base;

import java.io.File;
import java.lang.reflect.Field;

/**
 * Native libraries that were unpacked once for everybody who uses a shared course. JavaCPP, which
 * loads them, passes over a folder that it may not write to, and would unpack 150 MB for each
 * student instead.
 */
public final class SharedNatives {

    private static final String PLACE = "org.bytedeco.javacpp.cachedir";

    private SharedNatives() {}

    /**
     * Makes this process load them, if its course is shared. Call it before any other class of
     * JavaCPP or ND4J is used.
     */
    public static void use() {
        Home.find().filter(Home::isShared).ifPresent(SharedNatives::use);
    }

    private static void use(Home home) {
        // JavaCPP's own small library is loaded together with the class, from here.
        System.setProperty(PLACE, home.personal().resolve("natives").toString());
        File shared = home.state().resolve("natives").toFile();
        if (!shared.isDirectory()) {
            return;
        }
        try {
            Field place = Class.forName("org.bytedeco.javacpp.Loader").getDeclaredField("cacheDir");
            place.setAccessible(true);
            place.set(null, shared);
        } catch (ReflectiveOperationException | LinkageError e) {
            // Another version of JavaCPP: then each student has a copy.
        }
    }
}
