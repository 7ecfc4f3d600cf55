package openweights.engine.chat.template.tree;

/** {@code {% break %}} or {@code {% continue %}}. */
public record Jump(int line, Flow flow) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        return flow;
    }
}
