package openweights.engine.token.pretokenizer;

import java.util.function.Consumer;
import openweights.engine.token.text.Text;

/** Does not split: {@code "a b" -> "a b"}. */
public record Whole() implements PreTokenizer {

    @Override
    public void split(Text text, Consumer<Text> out) {
        out.accept(text);
    }
}
