package openweights.course.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import openweights.base.HtmlTemplate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A notebook's slider as a group of radio buttons, each with its picture, which works without a
 * script.
 *
 * <p>Only words and checked pictures are taken from the notebook; its own styles and handlers never
 * reach the page.
 */
public final class SliderHtml {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.of(SliderHtml.class, "slider.html");

    private final Element slider;

    private SliderHtml(Element slider) {
        this.slider = slider;
    }

    /** The slider that this HTML consists of, if it does. */
    public static Optional<SliderHtml> of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        boolean alone = body.childrenSize() == 1 && body.ownText().isBlank();
        return alone
                ? body.select("> [data-openweights=slider]").stream()
                        .map(SliderHtml::new)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The group.
     *
     * @param id unique in the page
     * @throws MarkupException if a part is missing, or a picture is none that a page can hold
     */
    public String html(String id) {
        List<Element> figures = slider.select("> figure");
        String name = slider.select("> div > label").text();
        if (figures.isEmpty() || name.isBlank()) {
            throw new MarkupException("a slider without a name or without pictures.");
        }
        List<Map<String, Object>> frames = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            frames.add(frame(figures.get(i), i, printed(figures.size()).contains(i)));
        }
        return TEMPLATE.fill(Map.of("id", id, "name", name, "frames", frames));
    }

    /** What paper shows: the first, the middle, and the last picture. */
    private static List<Integer> printed(int count) {
        return IntStream.of(0, (count - 1) / 2, count - 1).boxed().toList();
    }

    private static Map<String, Object> frame(Element figure, int number, boolean printed) {
        Element picture = only(figure, "> img");
        ForeignAttributes.check(picture);
        Element words = only(figure, "> figcaption > span");
        String caption = only(figure, "> figcaption").ownText().strip();
        String alt = picture.attr("alt");
        return Map.of(
                "number", number,
                "value", figure.attr("data-value"),
                "shown", figure.hasAttr("data-shown"),
                "printed", printed,
                "alt", alt.equals(caption) ? "" : alt,
                "width", picture.attr("width"),
                "height", picture.attr("height"),
                "picture", picture.attr("src"),
                "words", words.text(),
                "caption", caption);
    }

    private static Element only(Element figure, String selector) {
        List<Element> found = figure.select(selector);
        if (found.size() != 1) {
            throw new MarkupException(
                    "a slider's picture with %d of %s; there must be one."
                            .formatted(found.size(), selector.replace("> ", "")));
        }
        return found.get(0);
    }
}
