package openweights.engine.model.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tokens that begin and end a text.
 *
 * @param begin put before a text, if the model wants one
 * @param end any of these ends a text
 */
public record SpecialIds(Optional<Integer> begin, Set<Integer> end) {

    /** generation_config.json, if it is there, knows the ends better than config.json. */
    public static SpecialIds read(Path folder, Keys config) {
        Path generation = folder.resolve("generation_config.json");
        return of(
                config,
                Files.exists(generation) ? Keys.read(generation).ids("eos_token_id") : List.of());
    }

    /**
     * @param betterEnds those of generation_config.json, if it names some
     */
    public static SpecialIds of(Keys config, List<Integer> betterEnds) {
        List<Integer> ends = betterEnds.isEmpty() ? config.ids("eos_token_id") : betterEnds;
        return new SpecialIds(
                config.ids("bos_token_id").stream().findFirst(), Set.copyOf(new TreeSet<>(ends)));
    }
}
