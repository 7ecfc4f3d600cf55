package openweights.chart;

import java.awt.Graphics2D;

/** Something that can be painted into a rectangle with the origin as its upper left corner. */
@FunctionalInterface
public interface Painting {

    /**
     * @param width in layout units, not in pixels
     * @param height in layout units
     */
    void paint(Graphics2D graphics, int width, int height);
}
