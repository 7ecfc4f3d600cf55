package openweights.engine.convert;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.engine.model.Config;
import openweights.engine.model.family.Family;
import openweights.engine.model.family.Mistral;

/**
 * Whether a file says of a model what its config.json said. A GGUF file has no place for many
 * settings, and readers then take for granted what the architecture usually has; a model that
 * differs there would compute something else, and nobody would notice.
 */
final class WrittenFamily {

    /**
     * What follows from whether a file has an output head, and layers that only training needs,
     * which are not written.
     */
    private static final Set<String> OTHERS = Set.of("tieWordEmbeddings", "numNextnPredictLayers");

    private static final int SHOWN = 100;

    private WrittenFamily() {}

    /**
     * @param written what the file says, as the engine reads it
     * @throws UserException if that is another model; it names the settings that differ
     */
    static void requireSame(Config original, Config written) {
        Map<String, Object> expected = settings(plain(original.family()));
        Map<String, Object> found = settings(plain(written.family()));
        List<String> differences = new ArrayList<>();
        expected.forEach(
                (name, value) -> {
                    if (!OTHERS.contains(name) && !value.equals(found.get(name))) {
                        String shown = TerminalText.printable(value.toString(), SHOWN);
                        differences.add("%s is %s".formatted(snakeCase(name), shown));
                    }
                });
        if (!differences.isEmpty() || !expected.keySet().equals(found.keySet())) {
            throw new UserException(
                    "GGUF files of this architecture cannot say what config.json says: %s. The model was not written, because programs that open it would compute something else."
                            .formatted(
                                    differences.isEmpty()
                                            ? original.modelType()
                                            : String.join(", ", differences)));
        }
    }

    /** llama.cpp has one name for both: without a window, a Mistral is a Llama. */
    private static Family plain(Family family) {
        return family instanceof Mistral mistral
                        && mistral.layers().sliding().stream().noneMatch(s -> s)
                ? mistral.llama()
                : family;
    }

    private static Map<String, Object> settings(Family family) {
        Map<String, Object> settings = new TreeMap<>();
        for (RecordComponent component : family.getClass().getRecordComponents()) {
            Object value = value(component, family);
            if (value instanceof Family inner) {
                settings.putAll(settings(inner));
            } else {
                settings.put(component.getName(), value);
            }
        }
        return settings;
    }

    private static Object value(RecordComponent component, Family family) {
        try {
            return component.getAccessor().invoke(family);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(family + " cannot be read.", e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
