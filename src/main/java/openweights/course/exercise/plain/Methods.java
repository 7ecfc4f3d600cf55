package openweights.course.exercise.plain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.course.exercise.test.MissingAnswer;
import org.jspecify.annotations.Nullable;

/** Selects a method by name and arguments, and calls it. */
public final class Methods {

    private final Fitting fitting;

    private List<@Nullable Object> arguments = List.of();

    public Methods(Fitting fitting) {
        this.fitting = fitting;
    }

    /**
     * Calls the first method whose parameters fit the arguments.
     *
     * @param candidates all methods with this name, the newest definition first
     * @param object null for static methods
     * @throws MissingAnswer if there is none, or none that fits the arguments
     * @throws Throwable what the method throws
     */
    public @Nullable Object call(
            List<Method> candidates, String name, @Nullable Object object, Object... arguments)
            throws Throwable {
        for (Method method : candidates) {
            Optional<Object[]> fitted = fit(method, arguments);
            if (fitted.isPresent()) {
                this.arguments = Arrays.asList(fitted.get());
                return invoke(method, object, fitted.get());
            }
        }
        throw new MissingAnswer(missing(candidates, name, arguments));
    }

    /** The arguments of the last call, in whatever state the method left them. */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    private static @Nullable Object invoke(
            Method method, @Nullable Object object, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Optional<Object[]> fit(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return Optional.empty();
        }
        Object[] fitted = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            fitted[i] = fitting.fit(arguments[i], types[i]);
            if (fitted[i] == Fitting.NONE) {
                return Optional.empty();
            }
        }
        return Optional.of(fitted);
    }

    private static String missing(List<Method> candidates, String name, Object[] arguments) {
        String wanted =
                Arrays.stream(arguments)
                        .map(each -> each == null ? "null" : each.getClass().getSimpleName())
                        .collect(Collectors.joining(", ", name + "(", ")"));
        if (candidates.isEmpty()) {
            return "There is no method " + wanted + ". Define it in the answer cell.";
        }
        String found =
                candidates.stream().map(Methods::signature).collect(Collectors.joining("; "));
        return "No method fits the call " + wanted + ". Found: " + found + ".";
    }

    /** Such as {@code double loss(double[], double)}. */
    public static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(
                        Collectors.joining(
                                ", ",
                                method.getReturnType().getSimpleName()
                                        + " "
                                        + method.getName()
                                        + "(",
                                ")"));
    }
}
