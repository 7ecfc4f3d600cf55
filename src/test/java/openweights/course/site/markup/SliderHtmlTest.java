package openweights.course.site.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliderHtmlTest {

    private static final String FRAME =
            "<figure data-value=\"%1$d\"><img alt=\"Picture %1$d.\""
                    + " src=\"data:image/png;base64,AA==\"><figcaption><span>n = %1$d</span>"
                    + " </figcaption></figure>";
    private static final String SLIDER =
            "<div data-openweights=\"slider\"><style>p{}</style><div><label>n"
                    + " <input></label></div>%s</div>";

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0 1", "3, 0 1 2", "4, 0 1 3", "11, 0 5 10"})
    void printsTheFirstTheMiddleAndTheLast(int count, String printed) {
        String html = html(slider(count));
        String marked =
                IntStream.range(0, count)
                        .filter(
                                i ->
                                        html.contains(
                                                "class=\"printed\"><img alt=\"Picture "
                                                        + i
                                                        + ".\""))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" "));
        assertEquals(printed, marked);
    }

    @Test
    void onlyWholeSlidersAreTaken() {
        assertTrue(SliderHtml.of(slider(1)).isPresent());
        assertFalse(SliderHtml.of(slider(1) + "<script></script>").isPresent());
        assertFalse(SliderHtml.of(slider(1) + "more").isPresent());
        assertFalse(SliderHtml.of("<div>" + slider(1) + "</div>").isPresent());
        assertFalse(SliderHtml.of("<p>text</p>").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<figure><figcaption><span>n = 0</span></figcaption></figure>",
                "<figure><img alt=\"a\" src=\"data:image/png;base64,AA==\"></figure>",
                "<figure><img alt=\"a\""
                        + " src=\"https://example.org/a.png\"><figcaption><span>n</span></figcaption></figure>",
                "<figure><img alt=\"\""
                        + " src=\"data:image/png;base64,AA==\"><figcaption><span>n</span></figcaption></figure>",
                "<figure><img alt=\"a\" onload=\"a()\""
                        + " src=\"data:image/png;base64,AA==\"><figcaption><span>n</span></figcaption></figure>"
            })
    void refusesWhatAPageCannotHold(String frames) {
        String html = SLIDER.formatted(frames);
        assertThrows(MarkupException.class, () -> html(html));
    }

    @Test
    void wordsStayWords() {
        String html = html(slider(1).replace("n = 0", "&lt;script&gt;"));
        assertTrue(html.contains("<b>&lt;script&gt;</b>"), html);
    }

    private static String html(String slider) {
        return SliderHtml.of(slider).orElseThrow().html("s");
    }

    private static String slider(int count) {
        return SLIDER.formatted(
                IntStream.range(0, count)
                        .mapToObj(FRAME::formatted)
                        .collect(Collectors.joining("\n")));
    }
}
