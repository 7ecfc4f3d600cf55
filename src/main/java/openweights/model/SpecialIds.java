package openweights.model;

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
    static SpecialIds read(Path folder, Keys config) {
        List<Integer> ends = config.ids("eos_token_id");
        Path generation = folder.resolve("generation_config.json");
        if (Files.exists(generation)) {
            List<Integer> better = Keys.read(generation).ids("eos_token_id");
            ends = better.isEmpty() ? ends : better;
        }
        return new SpecialIds(
                config.ids("bos_token_id").stream().findFirst(), Set.copyOf(new TreeSet<>(ends)));
    }
}
