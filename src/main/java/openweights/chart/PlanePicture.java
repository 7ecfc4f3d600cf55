package openweights.chart;

/**
 * The common part of pictures of a plane: two axes with titles.
 *
 * @param <P> the builder's own type
 */
public abstract sealed class PlanePicture<P extends PlanePicture<P>> extends Picture<P>
        permits DecisionMap, Landscape {

    String xTitle = "x₁";
    String yTitle = "x₂";
    Axis x = new Axis(-1, 1);
    Axis y = new Axis(-1, 1);

    PlanePicture(String title) {
        super(title);
    }

    /** Sets the titles of the axes. */
    public final P axes(String horizontal, String vertical) {
        xTitle = horizontal;
        yTitle = vertical;
        return self();
    }

    /** Sets the limits of the horizontal axis. */
    public final P x(double from, double to) {
        x = new Axis(from, to);
        return self();
    }

    /** Sets the limits of the vertical axis. */
    public final P y(double from, double to) {
        y = new Axis(from, to);
        return self();
    }
}
