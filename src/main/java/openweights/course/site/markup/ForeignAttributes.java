package openweights.course.site.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of an element that somebody else wrote: those that show something. A name that the
 * page's own elements may have, such as an id, is not among them.
 */
final class ForeignAttributes {

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    ("abbr alt class colspan dir height href lang max min open role rowspan scope span"
                                    + " src start style tabindex title value width")
                            .split(" "));
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "\\s*/?\\s*(?<name>[^\\s=/\"'<>]+)(?:\\s*=\\s*(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[^\\s\"'=<>`]+)))?");
    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/=\\s]+");
    private static final Pattern LINK =
            Pattern.compile("(?:https?:|mailto:|#|\\./|\\.\\./|[\\w-]+\\.html).*");
    private static final Pattern HARMFUL_STYLE =
            Pattern.compile("(?i)url\\s*\\(|expression|[@&]|\\\\|position\\s*:|<");

    private ForeignAttributes() {}

    /**
     * @param text all that stands between the element's name and the {@code >}
     * @throws MarkupException if one of them is not known or may do harm, or a picture has no words
     */
    static void check(String element, String text) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        boolean described = !element.equals("img");
        int end = 0;
        while (attribute.lookingAt()) {
            String name = attribute.group("name").toLowerCase(Locale.ROOT);
            String value = value(attribute);
            one(element, name, value);
            described |= name.equals("alt") && !value.isBlank();
            end = attribute.end();
            attribute.region(end, text.length());
        }
        if (!text.substring(end).matches("[\\s/]*")) {
            throw new MarkupException(
                    "<" + element + "> with attributes that cannot be read:" + text);
        }
        if (!described) {
            throw new MarkupException("a picture without words. Say in alt=\"…\" what it shows.");
        }
    }

    private static String value(Matcher attribute) {
        for (String group : new String[] {"double", "single", "bare"}) {
            if (attribute.group(group) != null) {
                return attribute.group(group);
            }
        }
        return "";
    }

    private static void one(String element, String name, String value) {
        boolean known =
                ATTRIBUTES.contains(name)
                        || name.matches("aria-(?!labelledby|describedby|controls|owns)[a-z]+");
        boolean harmless =
                switch (name) {
                    case "src" -> PICTURE.matcher(value).matches();
                    case "href" -> LINK.matcher(value).matches();
                    case "style" -> !HARMFUL_STYLE.matcher(value).find();
                    default -> true;
                };
        if (!known || !harmless) {
            String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
            throw new MarkupException(
                    "<%s %s=\"%s\">; this attribute may do more than show something, or clash with the page's own."
                            .formatted(element, name, shown));
        }
    }
}
