package openweights.engine.train.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Whether an object has the keys of a record, all of them and no others. */
final class KeyCheck {

    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private KeyCheck() {}

    /**
     * Looks at the object and, for components that are records, at the objects inside.
     *
     * @throws RecipeException that names the first key that is unknown or missing
     */
    static void check(Path file, JsonNode object, Class<?> type) {
        check(file + ": ", "", object, type);
    }

    private static void check(String file, String path, JsonNode object, Class<?> type) {
        if (!object.isObject()) {
            String what = path.isEmpty() ? "the file" : quoted(path);
            throw new RecipeException(file + what + " must be an object in braces.");
        }
        List<String> known = Arrays.stream(type.getRecordComponents()).map(KeyCheck::key).toList();
        String prefix = path.isEmpty() ? "" : path + ".";
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw new RecipeException(
                        file
                                + "the key "
                                + quoted(prefix + key)
                                + " is not known here. Known there: "
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
