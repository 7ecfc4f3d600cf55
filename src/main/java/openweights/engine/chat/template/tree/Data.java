package openweights.engine.chat.template.tree;

/** Text outside of tags. */
public record Data(int line, String text) implements Statement {

    @Override
    public Flow render(Scope scope, Output out) {
        out.append(text);
        return Flow.NEXT;
    }
}
