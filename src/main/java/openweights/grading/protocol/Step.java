package openweights.grading.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing that the student's process does to run a compiled cell. */
public sealed interface Step {

    /**
     * Define classes.
     *
     * @param classes class file by class name, in the order in which they are defined
     */
    record Define(Map<String, byte[]> classes) implements Step {}

    /** Call a static method without parameters. */
    record Invoke(String className, String method) implements Step {}

    /** The step as plain values that a message can hold. */
    default List<Object> plain() {
        if (this instanceof Invoke invoke) {
            return List.of(invoke.className(), invoke.method());
        }
        return List.of(((Define) this).classes());
    }

    /** Reads what {@link #plain} wrote. */
    static Step of(Object plain) throws ProtocolException {
        if (plain instanceof List<?> parts) {
            if (parts.size() == 1 && parts.get(0) instanceof Map<?, ?> classes) {
                return define(classes);
            }
            if (parts.size() == 2
                    && parts.get(0) instanceof String className
                    && parts.get(1) instanceof String method) {
                return new Invoke(className, method);
            }
        }
        throw new ProtocolException("Unknown kind of step.");
    }

    private static Define define(Map<?, ?> classes) throws ProtocolException {
        Map<String, byte[]> checked = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : classes.entrySet()) {
            if (!(each.getKey() instanceof String name)
                    || !(each.getValue() instanceof byte[] file)) {
                throw new ProtocolException("A class to define lacks its name or its bytes.");
            }
            checked.put(name, file);
        }
        return new Define(checked);
    }
}
