package openweights.engine.chat.template.value;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dict, in the order of its entries. Keys are strings, numbers, True, False, or None. */
public final class Dict implements Value {

    private final Map<Value, Value> entries;
    private final int depth;

    private Dict(Map<Value, Value> entries) {
        this.entries = Collections.unmodifiableMap(entries);
        this.depth = Nesting.around(entries.values());
    }

    /**
     * A dict of these entries, in their order. The caller keeps no reference to {@code entries}.
     *
     * @throws TemplateException if a key cannot be one, or the dict is nested too deeply
     */
    public static Dict of(Map<Value, Value> entries) {
        entries.keySet().forEach(Dict::requireKey);
        return new Dict(entries);
    }

    /**
     * @throws TemplateException if a value of this type cannot be a key
     */
    public static void requireKey(Value key) {
        if (!(key instanceof Text
                || key instanceof Int
                || key instanceof Real
                || key instanceof Bool
                || key instanceof None)) {
            throw new TemplateException(
                    Fault.TYPE, "a value of type " + key.type() + " cannot be a key of a dict.");
        }
    }

    public Map<Value, Value> entries() {
        return entries;
    }

    /** The value of a key, or null. */
    public @Nullable Value get(Value key) {
        return key instanceof Seq || key instanceof Dict ? null : entries.get(key);
    }

    int depth() {
        return depth;
    }

    @Override
    public String type() {
        return "dict";
    }

    @Override
    public boolean truth() {
        return !entries.isEmpty();
    }
}
