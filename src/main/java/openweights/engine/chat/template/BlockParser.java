package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.tree.expression.Call;
import openweights.engine.chat.template.tree.expression.Capture;
import openweights.engine.chat.template.tree.expression.FilterCall;
import openweights.engine.chat.template.tree.expression.Literal;
import openweights.engine.chat.template.tree.statement.Assignment;
import openweights.engine.chat.template.tree.statement.Block;
import openweights.engine.chat.template.tree.statement.CallBlock;
import openweights.engine.chat.template.tree.statement.Macro;
import openweights.engine.chat.template.tree.statement.MacroDefinition;
import openweights.engine.chat.template.tree.statement.Print;
import openweights.engine.chat.template.tree.statement.Target;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Text;

/** Tags around a text that has a scope of its own, or becomes a value. */
final class BlockParser {

    /** Where the text goes that a filter is to change. */
    private static final Expression HOLE = new Literal(0, Text.EMPTY);

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final OperandParser operands;
    private final MacroParser macros;
    private final TargetParser targets;
    private final StatementParser statements;

    /**
     * @param statements reads what is inside
     */
    BlockParser(
            TokenStream tokens,
            ExpressionParser expressions,
            TargetParser targets,
            StatementParser statements) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.operands = new OperandParser(tokens, expressions);
        this.macros = new MacroParser(tokens, expressions);
        this.targets = targets;
        this.statements = statements;
    }

    Statement assignment(int line) {
        Target target = targets.several();
        if (tokens.skipOperator("=")) {
            Expression value = expressions.tuple();
            statements.endTag();
            return new Assignment(line, target, value);
        }
        List<FilterCall> filters = new ArrayList<>();
        while (tokens.skipOperator("|")) {
            filters.add(operands.filter(HOLE));
        }
        statements.endTag();
        Expression value = new Capture(line, statements.own("endset"));
        return new Assignment(line, target, through(filters, value));
    }

    private static Expression through(List<FilterCall> filters, Expression value) {
        Expression result = value;
        for (FilterCall filter : filters) {
            result = new FilterCall(filter.line(), result, filter.filter(), filter.arguments());
        }
        return result;
    }

    Statement call(int line) {
        MacroParser.Signature signature = macros.signature();
        if (!(expressions.expression() instanceof Call call)) {
            throw tokens.wrong(Fault.SYNTAX, "call needs the call of a macro.");
        }
        statements.endTag();
        Macro block = macros.macro("caller", signature, () -> statements.own("endcall"));
        return new CallBlock(line, call, block);
    }

    Statement macro(int line) {
        String name = tokens.name("the name of a macro");
        MacroParser.Signature signature = macros.signature();
        statements.endTag();
        return new MacroDefinition(
                line, macros.macro(name, signature, () -> statements.own("endmacro")));
    }

    Statement filter(int line) {
        List<FilterCall> filters = new ArrayList<>();
        do {
            filters.add(operands.filter(HOLE));
        } while (tokens.skipOperator("|"));
        statements.endTag();
        return new Print(line, through(filters, new Capture(line, statements.own("endfilter"))));
    }

    Statement with(int line) {
        List<Target> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (tokens.peek().kind() != Kind.TAG_END) {
            if (!names.isEmpty()) {
                tokens.expectOperator(",");
            }
            names.add(targets.one());
            tokens.expectOperator("=");
            values.add(expressions.expression());
        }
        statements.endTag();
        return new Block(line, names, values, statements.block("endwith"));
    }

    Statement generation(int line) {
        statements.endTag();
        return new Block(line, List.of(), List.of(), statements.own("endgeneration"));
    }
}
