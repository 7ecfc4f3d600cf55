package openweights.course.site.markup;

import java.util.ArrayDeque;
import java.util.Deque;
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

    private static final Pattern PIECE =
            Pattern.compile(
                    "<!--[^<>]*-->|<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|<");

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
        ForeignAttributes.check(name, piece.group("attributes"));
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

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
