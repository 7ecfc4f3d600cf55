package openweights.engine.chat.template.builtin;

import java.util.function.IntPredicate;
import openweights.engine.chat.template.value.CodePoints;
import openweights.engine.chat.template.value.Text;
import org.jspecify.annotations.Nullable;

/** Removes characters from the ends of a string. */
enum Strip {
    LEFT,
    RIGHT,
    BOTH;

    /**
     * @param characters which ones to remove; null for whitespace
     */
    Text apply(Text whole, @Nullable String characters) {
        String text = whole.value();
        IntPredicate removed =
                characters == null ? CodePoints::isSpace : c -> characters.indexOf(c) >= 0;
        int from = 0;
        int to = text.length();
        while (this != RIGHT && from < to && removed.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (this != LEFT && to > from && removed.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return whole.slice(from, to);
    }
}
