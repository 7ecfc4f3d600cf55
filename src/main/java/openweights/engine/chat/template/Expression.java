package openweights.engine.chat.template;

import openweights.engine.chat.template.value.Value;

/** A part of a template that has a value. {@link Scope#value} evaluates it. */
interface Expression {

    /** Where it stands. */
    int line();

    Value evaluate(Scope scope);
}
