package openweights.course.site.markup;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The attributes that HTML from outside may have: those that display something. Names that the
 * page's own elements may use, such as an id, are not among them.
 */
final class ForeignAttributes {

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    ("abbr alt class colspan dir height href lang max min open role rowspan scope span"
                                    + " src start style tabindex title value width")
                            .split(" "));
    private static final Pattern ARIA =
            Pattern.compile("aria-(?!labelledby|describedby|controls|owns)[a-z]+");
    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/=\\s]+");
    private static final Pattern LINK =
            Pattern.compile("(?:https?:|mailto:|#|\\./|\\.\\./|[\\w-]+\\.html).*");
    private static final Pattern HARMFUL_STYLE =
            Pattern.compile("(?i)url\\s*\\(|expression|[@&]|\\\\|position\\s*:|<");

    private static final int MAX_SHOWN = 60;

    private ForeignAttributes() {}

    /**
     * Checks all attributes of an element.
     *
     * @throws MarkupException if one is unknown or may do harm, or if an image has no alt text
     */
    static void check(Element element) {
        for (Attribute attribute : element.attributes()) {
            check(element.normalName(), attribute.getKey(), attribute.getValue());
        }
        if (element.nameIs("img") && element.attr("alt").isBlank()) {
            throw new MarkupException(
                    "a picture without alt text. Describe in alt=\"…\" what it shows.");
        }
    }

    private static void check(String element, String name, String value) {
        boolean known = ATTRIBUTES.contains(name) || ARIA.matcher(name).matches();
        boolean harmless =
                switch (name) {
                    case "src" -> PICTURE.matcher(value).matches();
                    case "href" -> LINK.matcher(value).matches();
                    case "style" -> !HARMFUL_STYLE.matcher(value).find();
                    default -> true;
                };
        if (!known || !harmless) {
            String shown = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
            throw new MarkupException(
                    "<%s %s=\"%s\">; this attribute may do more than display something, or clash with the page's own."
                            .formatted(element, name, shown));
        }
    }
}
