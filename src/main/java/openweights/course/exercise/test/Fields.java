package openweights.course.exercise.test;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's components as plain values.
 *
 * @param type simple name of the record class
 * @param values in the order of their declaration
 */
public record Fields(String type, Map<String, Object> values) {

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a component; null if there is no such component. */
    public @Nullable Object get(String component) {
        return values.get(component);
    }
}
