package openweights.course.lesson;

import java.util.Arrays;
import java.util.List;
import openweights.course.markdown.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What rides behind {@code java} in the info string of a fence.
 *
 * @param id null if the author gave none
 * @param measured the outputs hold seconds, memory or facts of the machine
 * @param raises simple name of the exception that the cell must end with; null if it must not
 * @param isStatic shown in the text, not run
 * @param stderr the cell may write to its standard error
 */
public record CodeAttributes(
        @Nullable String id,
        boolean measured,
        @Nullable String raises,
        boolean isStatic,
        boolean stderr) {

    private static final String KNOWN = "id=name, measured, raises=Exception, static, stderr";

    /** The attributes of {@code java id=forward measured}; reports those that are not known. */
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
                                + "\" must be 1 to 60 of a-z, 0-9 and -. Rename it.");
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
