package openweights.engine.chat.template;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.chat.template.Token.Kind;
import openweights.engine.chat.template.tree.statement.Target;
import openweights.engine.chat.template.value.Fault;

/** What stands on the left of an assignment, and between {@code for} and {@code in}. */
final class TargetParser {

    private final TokenStream tokens;

    TargetParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** One target, or several with commas between them. */
    Target several() {
        Target first = one();
        if (!tokens.isOperator(",")) {
            return first;
        }
        List<Target> all = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",") && startsTarget()) {
            all.add(one());
        }
        return new Target.Several(all);
    }

    private boolean startsTarget() {
        boolean name = tokens.peek().kind() == Kind.NAME && !tokens.isName("in");
        return name || tokens.isOperator("(");
    }

    /** A name, a field of a namespace, or several targets in parentheses. */
    Target one() {
        if (tokens.skipOperator("(")) {
            Target inside = tokens.nested(this::several);
            tokens.expectOperator(")");
            return inside;
        }
        String name = tokens.name("a name to assign to");
        if (tokens.skipOperator(".")) {
            return field(name);
        }
        return new Target.Name(name);
    }

    private Target field(String object) {
        String name = tokens.name("the name of a field");
        if (name.startsWith("_")) {
            throw tokens.wrong(
                    Fault.UNSUPPORTED, "the name " + name + " begins with '_', which is reserved.");
        }
        return new Target.Field(object, name);
    }
}
