package openweights.openness.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with placeholders in double braces. */
final class DocumentTemplate {

    private static final String FOLDER = "/openweights/openness/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    private DocumentTemplate() {}

    /**
     * A template with all its placeholders filled in.
     *
     * @throws IllegalStateException if a placeholder has no value
     */
    static String fill(String name, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(resource("templates/" + name))
                .replaceAll(placeholder -> Matcher.quoteReplacement(value(placeholder, values)));
    }

    /** One of the project's own texts, such as a license. */
    static String resource(String name) {
        try (InputStream in = DocumentTemplate.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        FOLDER + name + " is missing from the course's jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(MatchResult placeholder, Map<String, String> values) {
        String value = values.get(placeholder.group(1));
        if (value == null) {
            throw new IllegalStateException("no value for {{" + placeholder.group(1) + "}}");
        }
        return value;
    }
}
