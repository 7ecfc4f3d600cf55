package openweights.chart;

import java.awt.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * The common part of all builders of pictures: a title and a size.
 *
 * <p>A picture describes itself from its data, so that the description is true whatever somebody
 * changes. {@link #alt} replaces it where words can say more than numbers.
 *
 * @param <P> the builder's own type
 */
public abstract sealed class Picture<P extends Picture<P>> implements Illustration
        permits BarChart, Diagram, HeatMap, ImageGrid, NetworkDiagram, PlanePicture, XyPicture {

    final String title;
    private @Nullable Dimension size;

    Picture(String title) {
        this.title = title;
    }

    /** Sets width and height in layout units; a notebook shows one unit as one CSS pixel. */
    public final P size(int width, int height) {
        size = new Dimension(width, height);
        return self();
    }

    /**
     * Finishes the picture with a description that is also its caption.
     *
     * @param text what the picture shows, in a sentence or two
     */
    public final Figure alt(String text) {
        return figure(text, text);
    }

    @Override
    public final Figure figure() {
        Painting painting = painting(); // refuses a picture without data
        return figure(painting, (title.isBlank() ? "" : title + ". ") + description(), "");
    }

    private Figure figure(String alt, String caption) {
        return figure(painting(), alt, caption);
    }

    private Figure figure(Painting painting, String alt, String caption) {
        Dimension chosen = size != null ? size : naturalSize();
        return new Figure(painting, chosen.width, chosen.height, alt, caption);
    }

    /** What the data show: the kind of picture, its axes, and the numbers that matter. */
    abstract String description();

    /** The default size. */
    Dimension naturalSize() {
        return new Dimension(640, 400);
    }

    /** A painting of the current state, which later calls do not change. */
    abstract Painting painting();

    abstract P self();
}
