package openweights.engine.model.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids of the tokens that begin and end a text.
 *
 * @param begin the token before a text, if the model expects one
 * @param end each of these ends a text
 */
public record SpecialIds(Optional<Integer> begin, Set<Integer> end) {

    /**
     * Reads config.json; the end tokens of generation_config.json take precedence, if it has any.
     */
    public static SpecialIds read(Path folder, Keys config) {
        Path generation = folder.resolve("generation_config.json");
        return of(
                config,
                Files.exists(generation)
                        ? Keys.readStrictly(generation).ids("eos_token_id")
                        : List.of());
    }

    /**
     * @param generationEnds the end tokens of generation_config.json; may be empty
     */
    public static SpecialIds of(Keys config, List<Integer> generationEnds) {
        List<Integer> ends =
                generationEnds.isEmpty() ? ids(config, "eos_token_id") : generationEnds;
        return new SpecialIds(
                ids(config, "bos_token_id").stream().findFirst(), Set.copyOf(new TreeSet<>(ends)));
    }

    /** From the top of config.json, or from its text part. */
    private static List<Integer> ids(Keys config, String name) {
        List<Integer> ids = config.ids(name);
        return ids.isEmpty() ? TextPart.of(config).ids(name) : ids;
    }
}
