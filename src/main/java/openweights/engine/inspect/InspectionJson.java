package openweights.engine.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import openweights.base.Json;

/** An inspection as JSON, for programs. What was not asked for is left out. */
public final class InspectionJson {

    private static final ObjectMapper JSON =
            Json.mapper()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
                    .build();

    private InspectionJson() {}

    /** One indented object, with a newline at its end. */
    public static String of(Inspection inspection) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(inspection) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An inspection has a form in JSON.", e);
        }
    }
}
