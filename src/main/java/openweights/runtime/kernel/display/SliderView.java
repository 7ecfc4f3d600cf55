package openweights.runtime.kernel.display;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.HtmlTemplate;
import openweights.chart.Figure;
import openweights.chart.Slider;

/**
 * A slider and its pictures, one upon the other, of which one is visible.
 *
 * <p>What a notebook loses that is not trusted, styles, attributes named {@code data-…}, and
 * handlers, is what makes a slider of it. Without them it is a series of small pictures with
 * captions. Other front ends get the picture that is shown at first.
 */
final class SliderView implements View<Slider> {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.of(SliderView.class, "slider.html");

    @Override
    public Rendition render(Slider slider) {
        List<Map<String, Object>> frames = new ArrayList<>();
        for (int i = 0; i < slider.stops().size(); i++) {
            frames.add(frame(slider, slider.stops().get(i), i == slider.start()));
        }
        Slider.Stop start = slider.stops().get(slider.start());
        String html =
                TEMPLATE.fill(
                        Map.of(
                                "name", slider.name(),
                                "last", slider.stops().size() - 1,
                                "start", slider.start(),
                                "value", start.value(),
                                "widest", widest(slider),
                                "playable", slider.isPlayable(),
                                "frames", frames));
        Figure first = start.figure();
        var image =
                new Rendition.Image(first.smallPng(), first.width(), first.height(), first.alt());
        return new Rendition(html, Optional.of(image), slider.description());
    }

    private static Map<String, Object> frame(Slider slider, Slider.Stop stop, boolean shown) {
        Figure figure = stop.figure();
        return Map.of(
                "value", stop.value(),
                "words", slider.words(stop),
                "shown", shown,
                "alt", figure.alt(),
                "caption", figure.caption(),
                "width", figure.width(),
                "height", figure.height(),
                "png", Base64.getEncoder().encodeToString(figure.smallPng()));
    }

    /** The number of characters of the longest value, so that its place never changes in width. */
    private static int widest(Slider slider) {
        return slider.stops().stream().mapToInt(stop -> stop.value().length()).max().orElse(0);
    }
}
