package openweights.engine.chat.template.tree.statement;

import java.util.List;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;

/**
 * {@code {% if %}}, {@code {% elif %}}, {@code {% else %}}.
 *
 * @param conditions one for each block but the last, which is that of {@code else}
 */
public record If(int line, List<Expression> conditions, List<List<Statement>> blocks)
        implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        int block = 0;
        while (block < conditions.size() && !scope.value(conditions.get(block)).truth()) {
            block++;
        }
        return Statement.renderAll(blocks.get(block), scope, out);
    }
}
