package openweights.course.site.markup;

import java.util.regex.Pattern;

/**
 * Pictures whose caption and alt text are the same words. A figure is named by its caption; with an
 * empty alt the words are read to those who cannot see them once, and not twice.
 */
public final class Figures {

    private static final Pattern SAME_WORDS =
            Pattern.compile(
                    "(<img\\b[^>]*\\balt=\")([^\"]+)(\"[^>]*>\\s*<figcaption[^>]*>)\\2(?=</figcaption>)");

    private Figures() {}

    /** The same HTML, in which no picture repeats its caption. */
    public static String namedOnce(String html) {
        return SAME_WORDS.matcher(html).replaceAll("$1$3$2");
    }
}
