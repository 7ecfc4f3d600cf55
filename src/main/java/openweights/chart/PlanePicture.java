package openweights.chart;

/**
 * What pictures of a plane share: two titled axes.
 *
 * @param <P> the kind itself
 */
public abstract class PlanePicture<P extends PlanePicture<P>> extends Picture<P> {

    String xTitle = "x₁";
    String yTitle = "x₂";
    Axis x = new Axis(-1, 1);
    Axis y = new Axis(-1, 1);

    PlanePicture(String title) {
        super(title);
    }

    /** The axes' titles. */
    public final P axes(String horizontal, String vertical) {
        xTitle = horizontal;
        yTitle = vertical;
        return self();
    }

    /** Limits of the horizontal axis. */
    public final P x(double from, double to) {
        x = new Axis(from, to);
        return self();
    }

    /** Limits of the vertical axis. */
    public final P y(double from, double to) {
        y = new Axis(from, to);
        return self();
    }
}
