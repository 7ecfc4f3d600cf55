package openweights.engine.chat.template;

/** {@code {% break %}} or {@code {% continue %}}. */
record Jump(int line, Flow flow) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        return flow;
    }
}
