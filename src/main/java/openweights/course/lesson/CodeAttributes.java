package openweights.course.lesson;

import java.util.Arrays;
import java.util.List;
import openweights.course.markdown.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The attributes after {@code java} in the info string of a fence.
 *
 * @param id null if the author gave none
 * @param measured the outputs contain times, memory or other facts about the machine
 * @param raises simple name of the exception with which the cell must end; null if it must end
 *     normally
 * @param isStatic the code is shown as text and not run
 * @param stderr the cell may write to its standard error
 */
public record CodeAttributes(
        @Nullable String id,
        boolean measured,
        @Nullable String raises,
        boolean isStatic,
        boolean stderr) {

    private static final String KNOWN = "id=name, measured, raises=Exception, static, stderr";

    /**
     * Parses an info string such as {@code java id=forward measured}; reports unknown attributes.
     */
    static CodeAttributes parse(String info, int line, Problems problems) {
        List<String> words = Arrays.asList(info.strip().split("\\s+"));
        List<String> attributes = words.subList(1, words.size());
        attributes.forEach(attribute -> check(attribute, line, problems));
        return new CodeAttributes(
                value(attributes, "id="),
                attributes.contains("measured"),
                value(attributes, "raises="),
                attributes.contains("static"),
                attributes.contains("stderr"));
    }

    private static void check(String attribute, int line, Problems problems) {
        if (attribute.startsWith("id=")) {
            if (!attribute.matches("id=[a-z0-9][a-z0-9-]{0,59}")) {
                problems.add(
                        line,
                        "the cell id in \""
                                + attribute
                                + "\" must consist of 1 to 60 characters a-z, 0-9 and -. Rename it.");
            }
        } else if (attribute.startsWith("raises=")) {
            if (!attribute.matches("raises=[A-Z]\\w*")) {
                problems.add(
                        line,
                        "\""
                                + attribute
                                + "\" must name an exception by its simple name, as in raises=IllegalArgumentException.");
            }
        } else if (!List.of("measured", "static", "stderr").contains(attribute)) {
            problems.add(
                    line,
                    "unknown attribute \""
                            + attribute
                            + "\" of a code cell. Known: "
                            + KNOWN
                            + ".");
        }
    }

    private static @Nullable String value(List<String> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(key))
                .map(attribute -> attribute.substring(key.length()))
                .findFirst()
                .orElse(null);
    }
}
