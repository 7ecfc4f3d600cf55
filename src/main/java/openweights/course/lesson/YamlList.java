package openweights.course.lesson;

import java.util.Arrays;
import java.util.List;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.course.markdown.Problems;

/**
 * A list that authors write in YAML.
 *
 * @param name the file's name
 * @param entry what an entry is, such as {@code lesson}
 * @param form how an entry is written, for messages
 */
record YamlList(String name, String entry, String form) {

    /**
     * The entries; none if the text is not such a list, which is reported at its line.
     *
     * @param type of all entries together
     */
    <T> List<T> read(String text, Class<T[]> type, Problems problems) {
        try {
            List<T> entries = Arrays.asList(Json.readYaml(name, text, type));
            if (!entries.contains(null)) {
                return entries;
            }
            problems.add(1, "an entry of the list is empty. " + advice());
        } catch (JsonException e) {
            String reason = e.reason().replaceAll("\\s*\\(class .*|\\\\u000a.*", "");
            problems.add(e.line(), "not a list of %ss (%s). %s".formatted(entry, reason, advice()));
        }
        return List.of();
    }

    /** What to write instead. */
    String advice() {
        return "A " + entry + " has the form " + form + ".";
    }
}
