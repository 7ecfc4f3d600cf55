package openweights.chart;

import java.awt.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * The common part of all builders of pictures: a title, a size, and {@link #alt} as the last call.
 *
 * @param <P> the builder's own type
 */
public abstract class Picture<P extends Picture<P>> {

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
     * Finishes the picture.
     *
     * @param text what the picture shows, in a sentence or two
     */
    public final Figure alt(String text) {
        Dimension chosen = size != null ? size : naturalSize();
        return new Figure(painting(), chosen.width, chosen.height, text);
    }

    /** The default size. */
    Dimension naturalSize() {
        return new Dimension(640, 400);
    }

    /** A painting of the current state, which later calls do not change. */
    abstract Painting painting();

    abstract P self();
}
