package openweights.engine.chat.template.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jinja's {@code namespace(...)}: the only value that a template can change. */
public final class Namespace implements Value {

    private final Map<String, Value> fields = new LinkedHashMap<>();

    /** The value of a field, or null. */
    public @Nullable Value get(String name) {
        return fields.get(name);
    }

    public void set(String name, Value value) {
        fields.put(name, value);
    }

    @Override
    public String type() {
        return "namespace";
    }

    @Override
    public boolean truth() {
        return true;
    }
}
