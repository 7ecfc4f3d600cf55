package openweights.engine.chat.template.builtin;

import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Value;

/** Makes another value from one: {@code value | filter(arguments)}. */
@FunctionalInterface
public interface Filter {
    Value apply(Value value, Arguments arguments);
}
