package openweights.engine.token.pretokenizer;

import java.util.function.Consumer;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Behavior;
import openweights.engine.token.text.ByteCharacters;
import openweights.engine.token.text.Regex;
import openweights.engine.token.text.Rewriter;
import openweights.engine.token.text.Text;

/**
 * Splits a text as GPT-2 does and spells the pieces in the byte-level alphabet: {@code "it's é" ->
 * it | 's | ĠÃ©}.
 *
 * @param addPrefixSpace add a space before a text that does not begin with one
 * @param cut split with GPT-2's regular expression; otherwise only spell
 */
public record ByteLevel(boolean addPrefixSpace, boolean cut) implements PreTokenizer {

    private static final Regex GPT2 =
            Regex.compile(
                    "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

    static ByteLevel read(Part part) {
        return new ByteLevel(part.flag("add_prefix_space", true), part.flag("use_regex", true));
    }

    @Override
    public void split(Text text, Consumer<Text> out) {
        Text whole = addPrefixSpace ? withPrefixSpace(text) : text;
        if (cut) {
            Behavior.ISOLATED.cut(
                    whole, GPT2, false, piece -> out.accept(ByteCharacters.spell(piece)));
        } else {
            out.accept(ByteCharacters.spell(whole));
        }
    }

    private static Text withPrefixSpace(Text text) {
        if (text.isEmpty() || text.chars().charAt(0) == ' ') {
            return text;
        }
        return new Rewriter(text).replace(0, 0, " ").keep(0, text.chars().length()).text();
    }
}
