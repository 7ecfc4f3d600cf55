package openweights.engine.token.bpe;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import openweights.engine.token.json.Part;
import org.jspecify.annotations.Nullable;

/** Tokens and their ids, in both directions; some ids may have no token. */
public final class Vocabulary {

    private final Map<String, Integer> ids;
    private final String[] tokens;

    private Vocabulary(Map<String, Integer> ids, String[] tokens) {
        this.ids = ids;
        this.tokens = tokens;
    }

    /**
     * @param where the part of the file to name in error messages
     * @throws openweights.engine.token.json.TokenizerException if two tokens share an id, or an id
     *     is far too large
     */
    public static Vocabulary of(Map<String, Integer> ids, Part where) {
        String[] tokens = new String[size(ids.values(), where)];
        ids.forEach(
                (token, id) -> {
                    if (tokens[id] != null) {
                        throw where.wrong(
                                String.format(
                                        Locale.ROOT,
                                        "the tokens \"%s\" and \"%s\" have the same id %d; each token needs its own id.",
                                        tokens[id],
                                        token,
                                        id));
                    }
                    tokens[id] = token;
                });
        return new Vocabulary(ids, tokens);
    }

    /** Released files have gaps, but not millions of them, which would only waste memory. */
    private static int size(Collection<Integer> ids, Part where) {
        int last = ids.stream().mapToInt(Integer::intValue).max().orElse(-1);
        if (last > 2L * ids.size() + 65_536) {
            throw where.wrong(
                    String.format(
                            Locale.ROOT,
                            "the largest id is %d, but there are only %d tokens. Is an id mistyped?",
                            last,
                            ids.size()));
        }
        return last + 1;
    }

    /** The largest id plus one. */
    public int size() {
        return tokens.length;
    }

    /** The id of a token, if it is in the vocabulary. */
    public OptionalInt idOf(String token) {
        Integer id = ids.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The id of a token, or -1. */
    int find(String token) {
        return ids.getOrDefault(token, -1);
    }

    /** The token of an id; null if there is none. */
    public @Nullable String token(int id) {
        return id >= 0 && id < tokens.length ? tokens[id] : null;
    }

    /** Tokens and their ids, in the file's order. */
    public Map<String, Integer> ids() {
        return ids;
    }
}
