package openweights.engine.model.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tokens that a model must not generate, such as those that stand for a picture.
 *
 * @param always nowhere
 * @param first not as the first token after a prompt
 */
public record SuppressedTokens(Set<Integer> always, Set<Integer> first) {

    static final SuppressedTokens NONE = new SuppressedTokens(Set.of(), Set.of());

    public SuppressedTokens {
        always = Set.copyOf(always);
        first = Set.copyOf(first);
    }

    /**
     * @throws ModelException if what they say is not a list of tokens
     */
    static SuppressedTokens of(GenerationKeys keys, int vocabulary) {
        return new SuppressedTokens(
                ids(keys, "suppress_tokens", vocabulary),
                ids(keys, "begin_suppress_tokens", vocabulary));
    }

    private static Set<Integer> ids(GenerationKeys keys, String name, int vocabulary) {
        List<Integer> ids = keys.with(name).counts(name);
        if (ids.stream().anyMatch(id -> id >= vocabulary)) {
            throw keys.with(name)
                    .wrong(name, "ids below " + vocabulary + ", the size of the vocabulary");
        }
        return new TreeSet<>(ids);
    }

    public boolean isEmpty() {
        return always.isEmpty() && first.isEmpty();
    }
}
