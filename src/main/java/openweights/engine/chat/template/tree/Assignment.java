package openweights.engine.chat.template.tree;

/** {@code {% set target = value %}}. */
public record Assignment(int line, Target target, Expression value) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        target.assign(scope.value(value), scope);
        return Flow.NEXT;
    }
}
