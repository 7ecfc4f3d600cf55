package openweights.engine.chat.template.builtin;

import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Value;

/** Answers a question about a value: {@code value is test(arguments)}. */
@FunctionalInterface
public interface Test {
    boolean holds(Value value, Arguments arguments);
}
