package openweights.chart;

/** A value at each point of a plane, such as a network's output for two inputs. */
@FunctionalInterface
public interface PlaneFunction {

    double at(double x, double y);
}
