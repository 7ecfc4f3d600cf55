package openweights.engine.token.normalizer;

import openweights.engine.token.json.Part;
import openweights.engine.token.json.Patterns;
import openweights.engine.token.text.Finder;
import openweights.engine.token.text.Rewriter;
import openweights.engine.token.text.Text;

/** Replaces each match; a space by {@code ▁}: {@code "a b" -> "a▁b"}. */
public record Replace(Finder pattern, String content) implements Normalizer {

    static Replace read(Part part) {
        return new Replace(Patterns.read(part.child("pattern")), part.text("content"));
    }

    @Override
    public Text apply(Text text) {
        Finder.Matches matches = pattern.in(text.chars());
        if (!matches.next()) {
            return text;
        }
        Rewriter result = new Rewriter(text);
        int done = 0;
        do {
            if (done < matches.start()) {
                result.keep(done, matches.start());
            }
            result.replace(matches.start(), matches.end(), content);
            done = matches.end();
        } while (matches.next());
        return result.keep(done, text.chars().length()).text();
    }
}
