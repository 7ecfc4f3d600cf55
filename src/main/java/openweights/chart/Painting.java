package openweights.chart;

import java.awt.Graphics2D;

/** Something that can be painted into a rectangle whose upper left corner is the origin. */
@FunctionalInterface
public interface Painting {

    /**
     * @param width in units of layout, not in pixels
     */
    void paint(Graphics2D graphics, int width, int height);
}
