package openweights.engine.math.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Loads a separate copy of the vector kernel's classes for a given register width. The JIT compiler
 * generates good vector code only if the width is a constant, and a constant belongs to its class.
 */
public final class VectorLoader extends ClassLoader {

    private static final String HOME = "openweights.engine.math.vector.";

    private final int bits;

    VectorLoader(int bits) {
        super(VectorLoader.class.getClassLoader());
        this.bits = bits;
    }

    /** Width of the registers that this copy uses. */
    public int bits() {
        return bits;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith(HOME)) {
                loaded = copy(name);
            }
            return loaded != null ? loaded : super.loadClass(name, resolve);
        }
    }

    private Class<?> copy(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
