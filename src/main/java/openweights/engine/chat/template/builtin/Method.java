package openweights.engine.chat.template.builtin;

import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Value;

/** A method of values of type {@code T}. */
@FunctionalInterface
interface Method<T extends Value> {
    Value call(T self, Arguments arguments);
}
