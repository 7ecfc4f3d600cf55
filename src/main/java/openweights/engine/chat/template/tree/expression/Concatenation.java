package openweights.engine.chat.template.tree.expression;

import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.Value;

/** {@code a ~ b}: values as they are printed, one after the other. */
public record Concatenation(int line, List<Expression> parts) implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Output out = new Output(scope.budget());
        for (Expression part : parts) {
            out.append(Spelling.text(scope.value(part), scope.budget()));
        }
        return out.toText();
    }
}
