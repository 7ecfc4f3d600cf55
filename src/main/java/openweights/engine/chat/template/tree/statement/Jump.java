package openweights.engine.chat.template.tree.statement;

import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;

/** {@code {% break %}} or {@code {% continue %}}. */
public record Jump(int line, Flow flow) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        return flow;
    }
}
