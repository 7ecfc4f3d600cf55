package openweights.engine.chat.template.tree;

import java.util.List;

/** A part of a template that writes something. {@link Scope#render} renders it. */
public interface Statement {

    /** Where it stands. */
    int line();

    Flow render(Scope scope, Output out);

    /** What follows a statement in a loop. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    /** Renders statements, until one of them ends or repeats the loop around them. */
    static Flow renderAll(List<Statement> statements, Scope scope, Output out) {
        for (Statement statement : statements) {
            Flow flow = scope.render(statement, out);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }
}
