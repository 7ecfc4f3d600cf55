package openweights.engine.train.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Checks that a JSON object has exactly the keys of a record. */
final class KeyCheck {

    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private KeyCheck() {}

    /**
     * Checks the object and, for components that are records, the objects inside it.
     *
     * @throws RecipeException that names the first unknown or missing key
     */
    static void check(Path file, JsonNode object, Class<?> type) {
        check(file + ": ", "", object, type);
    }

    private static void check(String file, String path, JsonNode object, Class<?> type) {
        if (!object.isObject()) {
            String what = path.isEmpty() ? "the file" : quoted(path);
            throw new RecipeException(file + what + " must be a JSON object.");
        }
        List<String> known = Arrays.stream(type.getRecordComponents()).map(KeyCheck::key).toList();
        String prefix = path.isEmpty() ? "" : path + ".";
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw new RecipeException(
                        file
                                + "unknown key "
                                + quoted(prefix + key)
                                + ". The known keys are "
                                + String.join(", ", known)
                                + ".");
            }
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String key = key(component);
            if (!object.hasNonNull(key)) {
                throw new RecipeException(file + quoted(prefix + key) + " is missing.");
            }
            if (component.getType().isRecord()) {
                check(file, prefix + key, object.get(key), component.getType());
            }
        }
    }

    private static String key(RecordComponent component) {
        return SNAKE_CASE.translate(component.getName());
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
