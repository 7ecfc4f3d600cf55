package openweights.engine.token;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import openweights.engine.token.bpe.Vocabulary;
import openweights.engine.token.json.Part;
import openweights.engine.token.normalizer.Normalizer;
import openweights.engine.token.normalizer.Unchanged;
import openweights.engine.token.text.Text;
import org.jspecify.annotations.Nullable;

/** The model's vocabulary together with the tokens added to it. */
final class AddedVocabulary {

    private final Part file;
    private final Vocabulary model;
    private final Vocabulary all;
    private final AddedTokenFinder verbatim;
    private final AddedTokenFinder normalized;
    private final SortedMap<Integer, String> special = new TreeMap<>();

    /** Tokens matched in the normalized text are decoded in their normalized form. */
    private final Map<Integer, String> normalizedForms = new HashMap<>();

    private AddedVocabulary(
            Part file,
            Vocabulary model,
            Vocabulary all,
            List<AddedToken> tokens,
            Normalizer normalizer) {
        this.file = file;
        this.model = model;
        this.all = all;
        verbatim = finder(tokens, false, new Unchanged());
        normalized = finder(tokens, true, normalizer);
        tokens.stream()
                .filter(AddedToken::special)
                .forEach(token -> special.put(token.id(), token.content()));
        tokens.stream()
                .filter(AddedToken::normalized)
                .forEach(
                        token ->
                                normalizedForms.put(token.id(), form(token.content(), normalizer)));
    }

    private static String form(String content, Normalizer normalizer) {
        return normalizer.apply(Text.of(content)).chars();
    }

    private static AddedTokenFinder finder(
            List<AddedToken> tokens, boolean normalized, Normalizer normalizer) {
        return new AddedTokenFinder(
                tokens.stream().filter(token -> token.normalized() == normalized).toList(),
                content -> form(content, normalizer));
    }

    static AddedVocabulary read(Part file, Vocabulary model, Normalizer normalizer) {
        List<Part> parts =
                file.find("added_tokens").isPresent() ? file.list("added_tokens") : List.of();
        Map<String, Integer> ids = new LinkedHashMap<>(model.ids());
        for (Part part : parts) {
            AddedToken token = AddedToken.read(part);
            Integer known = ids.putIfAbsent(token.content(), token.id());
            if (known != null && known != token.id()) {
                throw part.wrong(
                        String.format(
                                Locale.ROOT,
                                "\"%s\" has the id %d here, but %d in the vocabulary. The two do not belong together: take both from one source.",
                                token.content(),
                                token.id(),
                                known));
            }
        }
        Vocabulary all = parts.isEmpty() ? model : Vocabulary.of(ids, file);
        return new AddedVocabulary(
                file, model, all, parts.stream().map(AddedToken::read).toList(), normalizer);
    }

    /** Finds the tokens that are matched in the original text. */
    AddedTokenFinder verbatim() {
        return verbatim;
    }

    /** Finds the tokens that are matched in the normalized text. */
    AddedTokenFinder normalized() {
        return normalized;
    }

    SortedMap<Integer, String> specialTokens() {
        return Collections.unmodifiableSortedMap(special);
    }

    int size() {
        return all.size();
    }

    OptionalInt idOf(String token) {
        return all.idOf(token);
    }

    /** The token of an id; null if there is none. */
    @Nullable String token(int id) {
        String form = normalizedForms.get(id);
        return form == null ? all.token(id) : form;
    }

    void requireFits(int modelVocabulary) {
        if (model.size() > modelVocabulary) {
            throw file.wrong(
                    String.format(
                            Locale.ROOT,
                            "the token \"%s\" has the id %d, but the model's vocabulary has only %d rows. Take tokenizer.json and config.json from one source.",
                            model.token(model.size() - 1),
                            model.size() - 1,
                            modelVocabulary));
        }
    }
}
