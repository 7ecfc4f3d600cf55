package openweights.engine.chat.template.tree.statement;

import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;

/** Defines a macro in the scope around it. */
public record MacroDefinition(int line, Macro macro) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        scope.set(macro.name(), macro.in(scope));
        return Flow.NEXT;
    }
}
