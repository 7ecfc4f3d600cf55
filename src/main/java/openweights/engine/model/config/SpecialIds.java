package openweights.engine.model.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids of the tokens that begin and end a text, and of those that it must not have.
 *
 * @param begin the token before a text, if the model expects one
 * @param end each of these ends a text
 */
public record SpecialIds(Optional<Integer> begin, Set<Integer> end, SuppressedTokens suppressed) {

    /** With tokens that may all be generated. */
    public SpecialIds(Optional<Integer> begin, Set<Integer> end) {
        this(begin, end, SuppressedTokens.NONE);
    }

    /**
     * Reads config.json; the end tokens of generation_config.json take precedence, if it has any.
     * As in transformers, that file alone says what is suppressed where it is there.
     *
     * @throws ModelException if a file is damaged, or a value is not of tokens
     */
    public static SpecialIds read(Path folder, Keys config, int vocabulary) {
        GenerationKeys said = GenerationKeys.of(config);
        return of(said, GenerationKeys.own(folder).orElse(said), vocabulary);
    }

    /**
     * What the user should know if no text can end, because the tokens that end one do not exist.
     */
    public Optional<String> warning(int vocabulary) {
        boolean none = end.stream().noneMatch(id -> id >= 0 && id < vocabulary);
        return none && !end.isEmpty()
                ? Optional.of(
                        "The tokens that end a text, %s, are not among the model's %d. Its texts end only where they are as long as they may be."
                                .formatted(new TreeSet<>(end), vocabulary))
                : Optional.empty();
    }

    /** Those of config.json alone. */
    public static SpecialIds of(Keys config, int vocabulary) {
        GenerationKeys said = GenerationKeys.of(config);
        return of(said, said, vocabulary);
    }

    private static SpecialIds of(GenerationKeys config, GenerationKeys generation, int vocabulary) {
        List<Integer> ends = ids(generation, "eos_token_id");
        return new SpecialIds(
                ids(config, "bos_token_id").stream().findFirst(),
                Set.copyOf(new TreeSet<>(ends.isEmpty() ? ids(config, "eos_token_id") : ends)),
                SuppressedTokens.of(generation, vocabulary));
    }

    private static List<Integer> ids(GenerationKeys keys, String name) {
        return keys.with(name).ids(name);
    }
}
