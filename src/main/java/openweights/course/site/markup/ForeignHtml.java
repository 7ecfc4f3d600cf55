package openweights.course.site.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through HTML that somebody else wrote: only elements and attributes that show something may
 * be in it, every element must be closed, every picture must have words.
 *
 * <p>Nothing is repaired or taken out. What is refused would be lost silently otherwise.
 */
public final class ForeignHtml {

    private static final Set<String> ELEMENTS =
            words(
                    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em"
                            + " figcaption figure hr i img ins kbd li mark meter ol p pre progress q s samp"
                            + " small span strong sub summary sup table tbody td tfoot th thead tr u ul var"
                            + " wbr");
    private static final Set<String> EMPTY = words("br col hr img wbr");
    private static final Set<String> ATTRIBUTES =
            words(
                    "abbr alt class colspan dir height href lang max min open role rowspan scope span"
                            + " src start style tabindex title value width");

    private static final Pattern PIECE =
            Pattern.compile(
                    "<!--[^<>]*-->|<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|<");
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "\\s*/?\\s*(?<name>[^\\s=/\"'<>]+)(?:\\s*=\\s*(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[^\\s\"'=<>`]+)))?");
    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/=\\s]+");
    private static final Pattern LINK =
            Pattern.compile("(?:https?:|mailto:|#|\\./|\\.\\./|[\\w-]+\\.html).*");
    private static final Pattern HARMFUL_STYLE =
            Pattern.compile("(?i)url\\s*\\(|expression|[@&]|\\\\|position\\s*:|<");

    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Looks at the next stretch of HTML. An element may be opened in one and closed in a later one.
     *
     * @throws MarkupException if the page cannot hold it
     */
    public void look(String html) {
        Matcher piece = PIECE.matcher(html);
        while (piece.find()) {
            if (piece.group("name") != null) {
                element(piece);
            } else if (!piece.group().startsWith("<!--")) {
                throw new MarkupException("a lone \"<\", which begins no element; write &lt;.");
            }
        }
    }

    /**
     * Says that the HTML has ended.
     *
     * @throws MarkupException if an element is still open
     */
    public void end() {
        if (!open.isEmpty()) {
            throw new MarkupException("<" + open.peek() + ">, which is never closed.");
        }
    }

    /** Looks at HTML that stands by itself. */
    public static void check(String html) {
        ForeignHtml looking = new ForeignHtml();
        looking.look(html);
        looking.end();
    }

    private void element(Matcher piece) {
        String name = piece.group("name").toLowerCase(Locale.ROOT);
        if (!ELEMENTS.contains(name)) {
            throw new MarkupException(
                    "<"
                            + name
                            + ">, which a page without scripts and outside sources may not have.");
        }
        if (!piece.group("close").isEmpty()) {
            close(name);
            return;
        }
        attributes(name, piece.group("attributes"));
        if (!EMPTY.contains(name)) {
            open.push(name);
        }
    }

    private void close(String name) {
        if (!name.equals(open.peek())) {
            String found = open.isEmpty() ? "nothing" : "<" + open.peek() + ">";
            throw new MarkupException("</" + name + ">, where " + found + " is open.");
        }
        open.pop();
    }

    private static void attributes(String element, String text) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        boolean described = !element.equals("img");
        int end = 0;
        while (attribute.lookingAt()) {
            String name = attribute.group("name").toLowerCase(Locale.ROOT);
            String value = value(attribute);
            attribute(element, name, value);
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

    private static void attribute(String element, String name, String value) {
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

    private static Set<String> words(String list) {
        return new HashSet<>(Set.of(list.split(" ")));
    }
}
