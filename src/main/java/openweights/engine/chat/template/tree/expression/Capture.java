package openweights.engine.chat.template.tree.expression;

import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.value.Value;

/** The text that a block writes, perhaps through filters, as a value. */
public record Capture(int line, List<Statement> body) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Output out = new Output(scope.budget());
        Statement.renderAll(body, scope.inner(), out);
        return out.toText();
    }
}
