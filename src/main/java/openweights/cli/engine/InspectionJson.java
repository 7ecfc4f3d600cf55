package openweights.cli.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import openweights.base.Json;
import openweights.engine.inspect.Inspection;

/** {@code ./course inspect --json}: what was not asked for is left out. */
final class InspectionJson {

    private static final ObjectMapper JSON =
            Json.mapper()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
                    .build();

    private InspectionJson() {}

    static String of(Inspection inspection) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(inspection) + "\n";
    }
}
