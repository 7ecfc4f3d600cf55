package openweights.engine.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Locale;
import openweights.engine.generate.Generation;

/** What {@code generate --json} prints. */
@JsonNaming(SnakeCaseStrategy.class)
public record GenerationJson(
        String text, String end, int[] prompt, int[] ids, GenerationSpeed speed) {

    public static GenerationJson of(Generation generation, GenerationSpeed speed) {
        return new GenerationJson(
                generation.text(),
                generation.end().name().toLowerCase(Locale.ROOT),
                generation.prompt(),
                generation.ids(),
                speed);
    }
}
