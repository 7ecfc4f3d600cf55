package openweights.engine.chat.template.value;

import java.util.Collection;

/**
 * What one rendering may spend: a unit for each step and for each character that is made, several
 * for each element of a list. It bounds time and memory at once, however a template goes about
 * wasting them, and no clock is needed: the same template always fails at the same place.
 */
public final class Budget {

    /** Enough for a chat of a million characters, each of which is handled twenty times. */
    static final long LIMIT = 20_000_000;

    /** An element takes about as much memory as so many characters. */
    private static final int ELEMENT = 16;

    private long left = LIMIT;

    /**
     * @throws TemplateException if it is used up
     */
    public void spend(long units) {
        left -= units;
        if (left < 0) {
            throw new TemplateException(
                    Fault.LIMIT,
                    "the template takes more than %,d steps and characters, far more than a chat needs. It was stopped."
                            .formatted(LIMIT));
        }
    }

    /** Spends what a list or dict of so many elements takes. Call this before making it. */
    public void elements(long count) {
        spend(Math.min(count, LIMIT) * ELEMENT);
    }

    /** A string that has just been made. What may be many times its input spends beforehand. */
    public Text text(String value) {
        return text(new Text(value));
    }

    /** The same. */
    public Text text(Text made) {
        spend(made.value().length() + 1L);
        return made;
    }

    /** The elements of a list that is about to be made from them. */
    public <T extends Collection<?>> T counted(T items) {
        elements(items.size());
        return items;
    }
}
