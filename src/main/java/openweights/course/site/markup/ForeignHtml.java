package openweights.course.site.markup;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/**
 * HTML from outside, such as the output of a cell. It may contain only elements and attributes that
 * display something; every element must be closed, and every picture needs alt text.
 *
 * <p>Nothing is repaired or removed, because readers would not notice what is missing. jsoup parses
 * as a browser does, and whatever it had to repair is refused.
 */
public final class ForeignHtml {

    private static final Set<String> ELEMENTS =
            Set.of(
                    ("a abbr b blockquote br caption code col colgroup dd del details div dl dt em"
                                    + " figcaption figure hr i img ins kbd li mark meter ol p pre progress q s samp"
                                    + " small span strong sub summary sup table tbody td tfoot th thead tr u ul var"
                                    + " wbr")
                            .split(" "));

    private static final int EXCERPT = 40;

    private final String html;
    private final Element body = new Element("body");
    private final List<ParseError> errors;

    private ForeignHtml(String html) {
        this.html = html;
        Parser parser = Parser.htmlParser().setTrackErrors(1).setTrackPosition(true);
        body.appendChildren(parser.parseFragmentInput(html, new Element("body"), ""));
        errors = parser.getErrors();
    }

    /**
     * Parses and checks HTML.
     *
     * @throws MarkupException if a page cannot hold it
     */
    public static ForeignHtml of(String html) {
        ForeignHtml foreign = new ForeignHtml(html);
        foreign.check();
        return foreign;
    }

    /** Whether it contains a table. */
    public boolean hasTable() {
        return body.selectFirst("table") != null;
    }

    /**
     * The same HTML, except that an image whose alt text repeats its caption gets an empty one. The
     * caption names the figure already, and a screen reader would say the words twice.
     */
    public String withoutRepeatedCaptions() {
        StringBuilder shorter = new StringBuilder(html);
        List<Element> images = body.select("figure > img[alt]");
        for (int i = images.size() - 1; i >= 0; i--) {
            Element image = images.get(i);
            Element caption = image.nextElementSibling();
            if (caption != null
                    && caption.nameIs("figcaption")
                    && caption.childrenSize() == 0
                    && caption.wholeText().equals(image.attr("alt"))) {
                Range alt = image.attributes().sourceRange("alt").valueRange();
                shorter.delete(alt.startPos(), alt.endPos());
            }
        }
        return shorter.toString();
    }

    private void check() {
        List<Node> nodes = body.nodeStream().skip(1).toList();
        nodes.forEach(this::checkNode);
        List<Element> elements = body.stream().skip(1).filter(ForeignHtml::isWritten).toList();
        for (Element element : elements) {
            Range end = element.endSourceRange();
            if (end.isImplicit() && end.startPos() == html.length()) {
                throw unclosed(element);
            }
        }
        errors.forEach(this::refuse);
        for (Element element : elements) {
            if (element.endSourceRange().isImplicit()) {
                throw unclosed(element);
            }
        }
    }

    private void checkNode(Node node) {
        if (node instanceof Element element) {
            if (!ELEMENTS.contains(element.normalName()) || isRenamed(element)) {
                throw unknown(element.normalName());
            }
            ForeignAttributes.check(element);
        } else if (!(node instanceof TextNode || node instanceof Comment)) {
            throw unknown(node.nodeName());
        }
    }

    /** Whether the text contains the element's start tag; browsers supply some, such as tbody. */
    private static boolean isWritten(Element element) {
        return !element.sourceRange().isImplicit();
    }

    /** Browsers take {@code <image>} for {@code <img>}. */
    private boolean isRenamed(Element element) {
        String name = element.normalName();
        int start = element.sourceRange().startPos() + 1;
        return isWritten(element) && !html.regionMatches(true, start, name, 0, name.length());
    }

    private static MarkupException unknown(String name) {
        return new MarkupException(
                "<"
                        + name
                        + ">, which is not allowed in a page without scripts and external content.");
    }

    private static MarkupException unclosed(Element element) {
        return new MarkupException("<" + element.normalName() + ">, which is never closed.");
    }

    private void refuse(ParseError error) {
        int end = Math.min(html.length(), error.getPosition());
        throw new MarkupException(
                "malformed HTML, after \"%s\": %s."
                        .formatted(
                                html.substring(Math.max(0, end - EXCERPT), end),
                                error.getErrorMessage()));
    }
}
