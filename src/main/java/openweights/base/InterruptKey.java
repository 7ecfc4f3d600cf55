package openweights.base;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C as a key of the program, which goes on. {@link Interruption} is for programs that save
 * their work and end.
 */
public final class InterruptKey {

    private InterruptKey() {}

    /**
     * Calls an action, on a thread of its own, instead of ending the program.
     *
     * @return false if this JVM does not let programs decide: Ctrl-C then ends it as usual
     */
    public static boolean handle(Runnable action) {
        try {
            // By name: the compiler warns of this class, and nothing replaces it.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            Object calls =
                    Proxy.newProxyInstance(
                            InterruptKey.class.getClassLoader(),
                            new Class<?>[] {handler},
                            calling(action));
            Method handle = signal.getMethod("handle", signal, handler);
            handle.invoke(null, interrupt, calls);
            return true;
        } catch (ReflectiveOperationException notAvailable) {
            return false;
        }
    }

    private static InvocationHandler calling(Runnable action) {
        return (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                action.run();
                return null;
            }
            return method.invoke(action, arguments); // hashCode, equals, toString
        };
    }
}
