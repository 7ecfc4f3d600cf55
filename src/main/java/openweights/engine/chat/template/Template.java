package openweights.engine.chat.template;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import openweights.engine.chat.template.builtin.Globals;
import openweights.engine.chat.template.tree.Output;
import openweights.engine.chat.template.tree.Run;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.tree.Statement;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;

/**
 * A parsed template, in the part of Jinja that transformers gives to chat templates. What it
 * renders is what {@code apply_chat_template} renders; where Jinja has more, the template is
 * refused.
 *
 * <p>A template comes from whoever published a model. It cannot name a class or a file, because no
 * value leads to one; steps, memory, and depth are bounded, and each bound ends in a {@link
 * TemplateException} with the template's line.
 */
public final class Template {

    private final String where;
    private final List<Statement> statements;

    private Template(String where, List<Statement> statements) {
        this.where = where;
        this.statements = statements;
    }

    /**
     * @param where what messages call the template
     * @throws TemplateException if the text is not a template, or uses what is not available
     */
    public static Template parse(String where, String text) {
        TokenStream tokens = new TokenStream(where, Lexer.tokens(new Source(where, text)));
        return new Template(where, new StatementParser(tokens).template());
    }

    /**
     * The text that the template makes of variables. What comes from a message is foreign in it.
     *
     * @param clock what {@code strftime_now} asks for the time
     * @throws TemplateException if the template uses a value as what it is not, takes too much, or
     *     calls {@code raise_exception}
     */
    public Text render(Map<String, Value> variables, Clock clock) {
        Run run = new Run();
        try {
            Scope globals = Scope.outermost(run);
            Globals.all(clock).forEach(globals::set);
            variables.forEach(globals::set);
            Output out = new Output(run.budget());
            Statement.renderAll(statements, globals.inner(), out);
            return out.toText();
        } catch (TemplateException e) {
            throw e.at(where, run.line());
        }
    }
}
