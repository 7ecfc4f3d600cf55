package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.expression.CallArguments;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;

/** What stands in the parentheses of a call. */
final class ArgumentParser {

    /** Names that go on with the expression around a test, and are not its argument. */
    private static final Set<String> AFTER_TEST =
            Set.of("and", "else", "if", "in", "is", "not", "or");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ArgumentParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    CallArguments parse() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.skipOperator(")")) {
            add(positional, named);
            if (!tokens.isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        return new CallArguments(positional, named);
    }

    private void add(List<Expression> positional, Map<String, Expression> named) {
        if (tokens.peek().kind() == Kind.NAME && tokens.peekSecond().is(Kind.OPERATOR, "=")) {
            String name = tokens.take().text();
            tokens.take();
            if (named.put(name, expressions.expression()) != null) {
                throw tokens.wrong(Fault.SYNTAX, "the argument " + name + " is given twice.");
            }
        } else if (tokens.isOperator("*") || tokens.isOperator("**")) {
            throw tokens.wrong(
                    Fault.UNSUPPORTED, "arguments after * or ** are not available here.");
        } else if (!named.isEmpty()) {
            throw tokens.wrong(Fault.SYNTAX, "an argument without a name follows one with a name.");
        } else {
            positional.add(expressions.expression());
        }
    }

    /** A test has its arguments in parentheses, or one behind its name. */
    CallArguments ofTest(OperandParser operands) {
        if (tokens.isOperator("(")) {
            return parse();
        }
        boolean one =
                switch (tokens.peek().kind()) {
                    case STRING, INTEGER, FLOAT -> true;
                    case NAME -> !AFTER_TEST.contains(tokens.peek().text());
                    case OPERATOR -> tokens.isOperator("[") || tokens.isOperator("{");
                    default -> false;
                };
        return one ? new CallArguments(List.of(operands.operand()), Map.of()) : CallArguments.NONE;
    }

    /** What to throw for a filter or test that is not available. */
    TemplateException unknown(String kind, Token name, Collection<String> known) {
        return tokens.wrong(
                Fault.UNSUPPORTED,
                "there is no %s %s here. There are: %s."
                        .formatted(kind, name.shown(), String.join(", ", known)));
    }
}
