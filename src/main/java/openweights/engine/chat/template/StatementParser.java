package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.tree.Expression;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.tree.Statement.Flow;
import openweights.engine.chat.template.tree.statement.Data;
import openweights.engine.chat.template.tree.statement.For;
import openweights.engine.chat.template.tree.statement.If;
import openweights.engine.chat.template.tree.statement.Jump;
import openweights.engine.chat.template.tree.statement.Print;
import openweights.engine.chat.template.tree.statement.Target;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;

/** Text, prints, and tags. */
final class StatementParser {

    private static final Set<String> OTHER_TEMPLATES =
            Set.of("block", "extends", "from", "import", "include");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final BlockParser blocks;
    private int loops;

    StatementParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.targets = new TargetParser(tokens);
        this.blocks = new BlockParser(tokens, expressions, targets, this);
    }

    /** The whole template. */
    List<Statement> template() {
        List<Statement> all = statements();
        tokens.expect(Kind.END, "a tag that is open here, or none");
        return all;
    }

    /** Statements up to a tag that only ends or divides a block. */
    private List<Statement> statements(String... ends) {
        return tokens.nested(
                () -> {
                    List<Statement> all = new ArrayList<>();
                    while (tokens.peek().kind() != Kind.END && !atTag(ends)) {
                        all.add(statement());
                    }
                    return all;
                });
    }

    private boolean atTag(String... names) {
        return tokens.peek().kind() == Kind.TAG_BEGIN
                && tokens.peekSecond().kind() == Kind.NAME
                && List.of(names).contains(tokens.peekSecond().text());
    }

    /** Statements up to the tag of this name, which is read too. */
    List<Statement> block(String end) {
        List<Statement> body = statements(end);
        end(end);
        return body;
    }

    private void end(String name) {
        if (!atTag(name)) {
            throw tokens.unexpected("{% " + name + " %}");
        }
        tokens.take();
        tokens.take();
        endTag();
    }

    /** The end of the tag that is open. */
    void endTag() {
        tokens.expect(Kind.TAG_END, "the end of the tag, %}");
    }

    private Statement statement() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case DATA -> new Data(token.line(), token.text());
            case PRINT_BEGIN -> {
                Print print = new Print(token.line(), expressions.tuple());
                tokens.expect(Kind.PRINT_END, "the end of the print, }}");
                yield print;
            }
            default -> tag();
        };
    }

    private Statement tag() {
        int line = tokens.line();
        String name = tokens.name("the name of a tag");
        return switch (name) {
            case "if" -> condition(line);
            case "for" -> loop(line);
            case "set" -> blocks.assignment(line);
            case "macro" -> blocks.macro(line);
            case "call" -> blocks.call(line);
            case "filter" -> blocks.filter(line);
            case "with" -> blocks.with(line);
            case "generation" -> blocks.generation(line);
            case "break" -> jump(line, Flow.BREAK);
            case "continue" -> jump(line, Flow.CONTINUE);
            default -> throw unknown(name);
        };
    }

    private TemplateException unknown(String name) {
        if (OTHER_TEMPLATES.contains(name)) {
            return tokens.wrong(
                    Fault.UNSUPPORTED,
                    "the tag "
                            + name
                            + " would load another template, which chat templates cannot.");
        }
        return tokens.wrong(Fault.SYNTAX, "unexpected tag '%s'.".formatted(name));
    }

    private Statement jump(int line, Flow flow) {
        if (loops == 0) {
            throw tokens.wrong(Fault.SYNTAX, "break and continue belong into a loop.");
        }
        endTag();
        return new Jump(line, flow);
    }

    private Statement condition(int line) {
        List<Expression> conditions = new ArrayList<>();
        List<List<Statement>> blocks = new ArrayList<>();
        do {
            conditions.add(expressions.tupleWithoutCondition());
            endTag();
            blocks.add(statements("elif", "else", "endif"));
        } while (skipTag("elif"));
        if (skipTag("else")) {
            endTag();
            blocks.add(block("endif"));
        } else {
            end("endif");
            blocks.add(List.of());
        }
        return new If(line, conditions, blocks);
    }

    /** Takes a tag's beginning if it comes next. */
    private boolean skipTag(String name) {
        boolean found = atTag(name);
        if (found) {
            tokens.take();
            tokens.take();
        }
        return found;
    }

    private Statement loop(int line) {
        Target target = targets.several();
        tokens.expectName("in");
        Expression values = expressions.tupleWithoutCondition();
        Expression condition = tokens.skipName("if") ? expressions.expression() : null;
        if (tokens.isName("recursive")) {
            throw tokens.wrong(Fault.UNSUPPORTED, "recursive loops are not available here.");
        }
        endTag();
        loops++;
        List<Statement> body = statements("else", "endfor");
        loops--;
        List<Statement> otherwise = List.of();
        if (skipTag("else")) {
            endTag();
            otherwise = block("endfor");
        } else {
            end("endfor");
        }
        return new For(line, target, values, condition, body, otherwise);
    }

    /** The body of something that is not part of the loop around it. */
    List<Statement> own(String end) {
        int around = loops;
        loops = 0;
        List<Statement> body = block(end);
        loops = around;
        return body;
    }
}
