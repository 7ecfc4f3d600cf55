package openweights.engine.chat.template.value;

/** A function, a macro, or a method of a value. */
@FunctionalInterface
public non-sealed interface Callable extends Value {

    Value call(Arguments arguments);

    @Override
    default String type() {
        return "function";
    }

    @Override
    default boolean truth() {
        return true;
    }
}
