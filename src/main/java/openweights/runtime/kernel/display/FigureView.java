package openweights.runtime.kernel.display;

import java.util.Base64;
import java.util.Optional;
import openweights.base.Html;
import openweights.chart.Figure;
import org.knowm.xchart.internal.chartpart.Chart;

/** A picture with its alt text, and a caption below if it has one. */
final class FigureView implements View<Figure> {

    /** How the plain text of a chart without alt text begins. The build of lessons looks for it. */
    static final String NO_ALT = "[chart without alt text]";

    private static final String ADVICE =
            NO_ALT
                    + " Readers who cannot see this chart learn nothing from it. Say what it shows:"
                    + " Figure.of(chart, \"…\")";

    @Override
    public Rendition render(Figure figure) {
        return render(figure, figure.caption(), "");
    }

    /** A chart made with XChart directly; it cannot have alt text. */
    static Rendition render(Chart<?, ?> chart) {
        return render(Figure.of(chart, ADVICE), ADVICE, " class=\"alert alert-warning\"");
    }

    private static Rendition render(Figure figure, String caption, String mark) {
        byte[] png = figure.png();
        String below =
                caption.isEmpty()
                        ? ""
                        : "<figcaption%s>%s</figcaption>\n".formatted(mark, Html.escape(caption));
        String html =
                """
                <figure style="margin:0">
                <img alt="%s" width="%s" style="max-width:100%%;height:auto;background-color:#fff" src="data:image/png;base64,%s">
                %s</figure>"""
                        .formatted(
                                Html.escape(figure.alt()),
                                figure.width(),
                                Base64.getEncoder().encodeToString(png),
                                below);
        var image = new Rendition.Image(png, figure.width(), figure.height(), figure.alt());
        return new Rendition(html, Optional.of(image), figure.alt());
    }
}
