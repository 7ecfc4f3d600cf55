package openweights.engine.chat.template.tree;

import java.util.HashMap;
import java.util.Map;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/** The variables that a part of a template can see: its own, then those around it. */
public final class Scope {

    private final @Nullable Scope outer;
    private final Run run;
    private final Map<String, Value> variables = new HashMap<>();

    private Scope(@Nullable Scope outer, Run run) {
        this.outer = outer;
        this.run = run;
    }

    /** The outermost scope of a rendering. */
    public static Scope outermost(Run run) {
        return new Scope(null, run);
    }

    /** A scope inside this one. What is set in it is gone after it. */
    public Scope inner() {
        budget().elements(1);
        return new Scope(this, run);
    }

    /** What the rendering may still take. */
    public Budget budget() {
        return run.budget();
    }

    public void set(String name, Value value) {
        variables.put(name, value);
    }

    /** The variable's value, or undefined. */
    public Value get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Value value = scope.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Undefined("'" + name + "' is undefined");
    }

    /** The value of a part of an expression; its line is the one that messages name. */
    public Value value(Expression expression) {
        int line = run.enter(expression.line());
        Value value = expression.evaluate(this);
        run.leave(line);
        return value;
    }

    /** Renders a part of a statement; likewise. */
    public Statement.Flow render(Statement statement, Output out) {
        int line = run.enter(statement.line());
        Statement.Flow flow = statement.render(this, out);
        run.leave(line);
        return flow;
    }
}
