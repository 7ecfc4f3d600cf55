package openweights.chart;

import java.awt.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * What all kinds of picture share while they are put together: a title, a size, and {@link #alt} as
 * the last call.
 *
 * @param <P> the kind itself
 */
public abstract class Picture<P extends Picture<P>> {

    final String title;
    private @Nullable Dimension size;

    Picture(String title) {
        this.title = title;
    }

    /** Width and height in units of layout; a notebook shows one unit as one pixel. */
    public final P size(int width, int height) {
        size = new Dimension(width, height);
        return self();
    }

    /**
     * Finishes the picture.
     *
     * @param text what a reader should take from it, in a sentence or two
     */
    public final Figure alt(String text) {
        Dimension chosen = size != null ? size : naturalSize();
        return new Figure(painting(), chosen.width, chosen.height, text);
    }

    /** The size it has unless one is chosen. */
    Dimension naturalSize() {
        return new Dimension(640, 400);
    }

    /** A painting of the present state, which later calls do not change. */
    abstract Painting painting();

    abstract P self();
}
