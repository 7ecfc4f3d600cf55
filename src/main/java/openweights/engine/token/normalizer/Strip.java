package openweights.engine.token.normalizer;

import openweights.engine.token.json.Part;
import openweights.engine.token.text.Kind;
import openweights.engine.token.text.Text;

/** Removes spaces at the ends: {@code " a b " -> "a b"}. */
public record Strip(boolean left, boolean right) implements Normalizer {

    static Strip read(Part part) {
        return new Strip(part.flag("strip_left", false), part.flag("strip_right", false));
    }

    @Override
    public Text apply(Text text) {
        String chars = text.chars();
        int from = 0;
        int to = chars.length();
        while (left && from < to && Kind.isSpace(chars.charAt(from))) {
            from++;
        }
        while (right && from < to && Kind.isSpace(chars.charAt(to - 1))) {
            to--;
        }
        return text.slice(from, to);
    }
}
