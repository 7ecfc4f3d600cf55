package openweights.engine.chat.template.tree.expression;

import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Comparison;
import openweights.engine.chat.template.value.Value;

/** {@code a < b <= c}: all neighbors are compared, until one comparison fails. */
public record Compare(int line, Expression first, List<String> operators, List<Expression> others)
        implements Expression {

    @Override
    public Value evaluate(Scope scope) {
        Value left = scope.value(first);
        for (int i = 0; i < operators.size(); i++) {
            Value right = scope.value(others.get(i));
            if (!holds(operators.get(i), left, right, scope.budget())) {
                return Bool.FALSE;
            }
            left = right;
        }
        return Bool.TRUE;
    }

    private static boolean holds(String operator, Value left, Value right, Budget budget) {
        return switch (operator) {
            case "==" -> Comparison.equal(left, right, budget);
            case "!=" -> !Comparison.equal(left, right, budget);
            case "in" -> Comparison.contains(right, left, budget);
            case "not in" -> !Comparison.contains(right, left, budget);
            case "<" -> Comparison.order(left, right, budget) < 0;
            case "<=" -> Comparison.order(left, right, budget) <= 0;
            case ">" -> Comparison.order(left, right, budget) > 0;
            case ">=" -> Comparison.order(left, right, budget) >= 0;
            default -> throw new IllegalStateException("The parser knows no operator " + operator);
        };
    }
}
