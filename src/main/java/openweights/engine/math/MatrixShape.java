package openweights.engine.math;

/** Checks that a matrix has as many weights as its shape needs. */
final class MatrixShape {

    private MatrixShape() {}

    static void check(int rows, int columns, long weights) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "matrix [" + rows + ", " + columns + "]: both sizes must be 1 or more");
        }
        if ((long) rows * columns != weights) {
            throw new IllegalArgumentException(
                    "matrix ["
                            + rows
                            + ", "
                            + columns
                            + "] needs "
                            + (long) rows * columns
                            + " weights, found "
                            + weights);
        }
    }
}
