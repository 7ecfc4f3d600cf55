package openweights.engine.chat.template.tree.statement;

import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;

/** Text outside of tags. */
public record Data(int line, String text) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        out.append(text);
        return Flow.NEXT;
    }
}
