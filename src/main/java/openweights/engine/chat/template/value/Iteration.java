package openweights.engine.chat.template.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a loop over a value goes through. */
public final class Iteration {

    private Iteration() {}

    /**
     * The elements of a list, the keys of a dict, the characters of a string; none for what is
     * undefined.
     *
     * @throws TemplateException if the value has none
     */
    public static List<Value> over(Value value, Budget budget) {
        return find(value, budget)
                .orElseThrow(
                        () ->
                                new TemplateException(
                                        Fault.TYPE,
                                        "a value of type "
                                                + value.type()
                                                + " has no elements to go through."));
    }

    /** The same; empty if the value has no elements at all. */
    public static Optional<List<Value>> find(Value value, Budget budget) {
        if (value instanceof Seq list) {
            return Optional.of(list.items());
        }
        if (value instanceof Dict dict) {
            return Optional.of(new ArrayList<>(budget.counted(dict.entries().keySet())));
        }
        if (value instanceof Text text) {
            return Optional.of(characters(text, budget));
        }
        return value instanceof Undefined ? Optional.of(List.of()) : Optional.empty();
    }

    /**
     * The number of elements.
     *
     * @throws TemplateException if the value has none
     */
    public static long length(Value value, Budget budget) {
        if (value instanceof Text text) {
            budget.spend(text.value().length());
            return text.length();
        }
        return value instanceof Dict dict ? dict.entries().size() : over(value, budget).size();
    }

    private static List<Value> characters(Text text, Budget budget) {
        budget.elements(text.value().length());
        List<Value> characters = new ArrayList<>();
        String value = text.value();
        for (int at = 0; at < value.length(); ) {
            int next = at + Character.charCount(value.codePointAt(at));
            characters.add(text.slice(at, next));
            at = next;
        }
        return characters;
    }
}
