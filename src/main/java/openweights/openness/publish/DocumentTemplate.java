package openweights.openness.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with places in double braces. */
final class DocumentTemplate {

    private static final String FOLDER = "/openweights/openness/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    private DocumentTemplate() {}

    /**
     * A template with all its places filled.
     *
     * @throws IllegalStateException if there is no figure for a place
     */
    static String fill(String name, Map<String, String> figures) {
        return PLACE.matcher(resource("templates/" + name))
                .replaceAll(place -> Matcher.quoteReplacement(figure(place, figures)));
    }

    /** A text of the project's own, such as a license. */
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

    private static String figure(MatchResult place, Map<String, String> figures) {
        String value = figures.get(place.group(1));
        if (value == null) {
            throw new IllegalStateException("no figure for {{" + place.group(1) + "}}");
        }
        return value;
    }
}
