package openweights.engine.chat.template.value;

import java.util.Collection;

/**
 * How deeply lists and dicts are nested. A limit where they are made keeps whatever walks through
 * them, such as a comparison, from overflowing the stack.
 */
final class Nesting {

    private static final int LIMIT = 100;

    private Nesting() {}

    /** The depth of a collection of these. */
    static int around(Collection<Value> items) {
        int deepest = 0;
        for (Value item : items) {
            deepest = Math.max(deepest, of(item));
        }
        if (deepest >= LIMIT) {
            throw new TemplateException(
                    Fault.LIMIT, "lists and dicts are nested more than " + LIMIT + " deep.");
        }
        return deepest + 1;
    }

    private static int of(Value value) {
        if (value instanceof Seq list) {
            return list.depth();
        }
        return value instanceof Dict dict ? dict.depth() : 0;
    }
}
