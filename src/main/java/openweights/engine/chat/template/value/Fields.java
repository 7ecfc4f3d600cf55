package openweights.engine.chat.template.value;

import org.jspecify.annotations.Nullable;

/** A value with named fields and nothing else, such as Jinja's {@code loop}. */
public non-sealed interface Fields extends Value {

    /** The value of a field, or null. */
    @Nullable Value get(String name);

    @Override
    default boolean truth() {
        return true;
    }
}
