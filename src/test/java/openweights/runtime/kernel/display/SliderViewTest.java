package openweights.runtime.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import openweights.chart.Figure;
import openweights.chart.LineChart;
import openweights.chart.Slider;
import openweights.course.site.markup.SliderHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SliderViewTest {

    private static final Slider TWO =
            Slider.of("a < b", List.of("one", "\"two\""), SliderViewTest::described).start(1);

    @Test
    void showsOnePictureAndHasEachOnce() {
        Element slider = Jsoup.parseBodyFragment(html(TWO)).body().child(0);
        assertEquals(
                List.of("It shows one.", "It shows \"two\"."),
                slider.select("img").eachAttr("alt"));
        assertEquals("\"two\"", slider.select("figure[data-shown]").attr("data-value"));
        Element range = slider.selectFirst("label input");
        assertEquals("1", range.attr("value"));
        assertEquals("1", range.attr("max"));
        assertEquals("\"two\"", range.attr("aria-valuetext"));
        assertEquals(
                "a < b = \"two\" It shows \"two\".", slider.select("figcaption").get(1).text());
        assertTrue(slider.select("button").isEmpty());
        assertEquals("Play", Jsoup.parse(html(TWO.playable())).select("button").text());
    }

    @Test
    void otherFrontEndsGetTheFirstPictureAndWords() {
        Rendition rendition = new SliderView().render(TWO);
        assertEquals("It shows \"two\".", rendition.image().orElseThrow().alt());
        assertEquals(TWO.description(), rendition.text());
    }

    @Test
    void elevenLineChartsStaySmall() {
        Slider slider =
                Slider.of(
                        "rate",
                        IntStream.range(0, 11).mapToDouble(i -> 0.1 * i).toArray(),
                        rate ->
                                LineChart.of("Loss while training with the rate " + rate)
                                        .axes("step", "loss")
                                        .line("training", falling(0.012 * rate))
                                        .line("validation", falling(0.009 * rate))
                                        .line("guessing", falling(0)));
        Rendition rendition = new SliderView().render(slider);
        int image = rendition.image().orElseThrow().png().length * 4 / 3;
        int bytes = rendition.html().length() + image;
        assertTrue(bytes < 300_000, "bytes: " + bytes);
    }

    @Test
    void becomesAGroupOfRadioButtonsOnAPage() {
        String page = SliderHtml.of(html(TWO.playable())).orElseThrow().html("output-3-0");
        Element group = Jsoup.parseBodyFragment(page).body().child(0);
        assertEquals("fieldset", group.normalName());
        assertEquals("a < b", group.selectFirst("legend").text());
        assertEquals(List.of("one", "\"two\""), group.select("label").eachText());
        assertEquals(List.of("output-3-0-1"), group.select("input[checked]").eachAttr("id"));
        assertEquals(
                List.of("a < b = one It shows one.", "a < b = \"two\" It shows \"two\"."),
                group.select("figcaption").eachText());
        assertEquals(
                List.of("", ""), group.select("img").eachAttr("alt"), "captions say it already");
        for (String never : List.of("<style", "<button", "onclick", "oninput", "range")) {
            assertFalse(page.contains(never), never);
        }
    }

    private static String html(Slider slider) {
        return new SliderView().render(slider).html();
    }

    private static Figure described(String words) {
        return LineChart.of("t").line("l", 1, 2).alt("It shows " + words + ".");
    }

    private static double[] falling(double rate) {
        return IntStream.range(0, 400).mapToDouble(i -> 0.7 * Math.exp(-rate * i)).toArray();
    }
}
