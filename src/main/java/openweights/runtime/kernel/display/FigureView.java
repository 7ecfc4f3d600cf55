package openweights.runtime.kernel.display;

import java.util.Base64;
import java.util.Optional;
import openweights.base.Html;
import openweights.chart.Figure;
import org.knowm.xchart.internal.chartpart.Chart;

/** A picture with its words under it. */
final class FigureView implements View<Figure> {

    /** How plain text begins where a chart has no words; the build of a lesson looks for it. */
    static final String NO_ALT = "[chart without alt text]";

    private static final String ADVICE =
            NO_ALT
                    + " Readers who cannot see it learn nothing from this chart. Say what it shows:"
                    + " Figure.of(chart, \"…\")";

    @Override
    public Rendition render(Figure figure) {
        return render(figure, figure.alt(), "");
    }

    /** A chart of XChart's own has no place for words. */
    static Rendition render(Chart<?, ?> chart) {
        Figure figure = Figure.of(chart, ADVICE);
        return render(figure, ADVICE, " class=\"alert alert-warning\"");
    }

    private static Rendition render(Figure figure, String words, String mark) {
        byte[] png = figure.png();
        String html =
                """
                <figure style="margin:0">
                <img alt="%s" width="%d" style="max-width:100%%;height:auto;background-color:#fff" src="data:image/png;base64,%s">
                <figcaption%s>%s</figcaption>
                </figure>"""
                        .formatted(
                                Html.escape(words),
                                figure.width(),
                                Base64.getEncoder().encodeToString(png),
                                mark,
                                Html.escape(words));
        var image = new Rendition.Image(png, figure.width(), figure.height(), words);
        return new Rendition(html, Optional.of(image), words);
    }
}
