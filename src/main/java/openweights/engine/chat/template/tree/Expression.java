package openweights.engine.chat.template.tree;

import openweights.engine.chat.template.value.Value;

/** A part of a template that has a value. {@link Scope#value} evaluates it. */
public interface Expression {

    /** Where it stands. */
    int line();

    Value evaluate(Scope scope);
}
