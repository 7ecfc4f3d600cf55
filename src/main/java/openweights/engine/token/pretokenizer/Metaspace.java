package openweights.engine.token.pretokenizer;

import java.util.Map;
import java.util.function.Consumer;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Behavior;
import openweights.engine.token.text.Finder;
import openweights.engine.token.text.Rewriter;
import openweights.engine.token.text.Text;

/**
 * Replaces spaces by a visible mark and splits before each mark: {@code "Hey you" -> ▁Hey | ▁ |
 * ▁you}.
 *
 * @param mark what stands for a space, usually {@code ▁} (U+2581)
 * @param cut whether to split at all
 */
public record Metaspace(String mark, Prefix prefix, boolean cut) implements PreTokenizer {

    /** Where a mark is added in front, unless there is one already. */
    public enum Prefix {
        /** At the start of the whole text only. */
        FIRST,
        NEVER,
        /** Also after each added token. */
        ALWAYS
    }

    private static final Map<String, Prefix> NAMES =
            Map.of("first", Prefix.FIRST, "never", Prefix.NEVER, "always", Prefix.ALWAYS);

    static Metaspace read(Part part) {
        return new Metaspace(
                Character.toString(part.codePoint("replacement")),
                prefix(part),
                part.flag("split", true));
    }

    /** Older files say {@code add_prefix_space}, newer ones {@code prepend_scheme}. */
    public static Prefix prefix(Part part) {
        boolean add = part.flag("add_prefix_space", true);
        Prefix named =
                part.find("prepend_scheme")
                        .map(Metaspace::named)
                        .orElse(add ? Prefix.ALWAYS : null);
        if (!add && named != null && named != Prefix.NEVER) {
            throw part.wrong(
                    "\"add_prefix_space\" is false, but \"prepend_scheme\" is not \"never\"; the two must agree.");
        }
        return named == null ? Prefix.NEVER : named;
    }

    private static Prefix named(Part part) {
        Prefix prefix = NAMES.get(part.text());
        if (prefix == null) {
            throw part.expected("first, never or always");
        }
        return prefix;
    }

    @Override
    public void split(Text text, Consumer<Text> out) {
        Text marked = marked(text);
        if (cut) {
            Behavior.MERGED_WITH_NEXT.cut(marked, Finder.ofString(mark), false, out);
        } else {
            out.accept(marked);
        }
    }

    private Text marked(Text text) {
        String chars = text.chars();
        Rewriter result = new Rewriter(text);
        if (prefix == Prefix.ALWAYS || (prefix == Prefix.FIRST && text.atStart())) {
            if (!chars.startsWith(mark) && !chars.startsWith(" ")) {
                result.replace(0, 0, mark);
            }
        }
        int done = 0;
        for (int space = chars.indexOf(' '); space >= 0; space = chars.indexOf(' ', done)) {
            result.keep(done, space).replace(space, space + 1, mark);
            done = space + 1;
        }
        return result.keep(done, chars.length()).text();
    }
}
