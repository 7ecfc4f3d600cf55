package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.tree.statement.Macro;
import openweights.engine.chat.template.value.Fault;

/** The parameters of macros, and what their bodies ask for. */
final class MacroParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    MacroParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Parameters, the last of which may have defaults. */
    record Signature(List<String> parameters, List<Expression> defaults) {}

    /** The parameters in parentheses, if there are any. */
    Signature signature() {
        Signature signature = new Signature(new ArrayList<>(), new ArrayList<>());
        if (tokens.skipOperator("(")) {
            while (!tokens.skipOperator(")")) {
                parameter(signature);
                if (!tokens.isOperator(")")) {
                    tokens.expectOperator(",");
                }
            }
        }
        return signature;
    }

    private void parameter(Signature signature) {
        signature.parameters().add(tokens.name("the name of a parameter"));
        if (tokens.skipOperator("=")) {
            signature.defaults().add(expressions.expression());
        } else if (!signature.defaults().isEmpty()) {
            throw tokens.wrong(
                    Fault.SYNTAX, "a parameter without a default follows one that has one.");
        }
    }

    /**
     * @param body reads the macro's body
     */
    Macro macro(String name, Signature signature, Supplier<List<Statement>> body) {
        Set<String> before = tokens.startReads();
        List<Statement> statements = body.get();
        Set<String> reads = tokens.endReads(before);
        return new Macro(name, signature.parameters(), signature.defaults(), reads, statements);
    }
}
