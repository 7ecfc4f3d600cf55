package openweights.chart;

import java.awt.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import openweights.chart.draw.ColorScale;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as colored cells, with the values written in them if they fit. Negative values are blue,
 * zero is white, positive values are orange. A cell without a number (NaN) is gray and empty.
 *
 * <pre>{@code
 * HeatMap.of("Weights of layer 1").matrix(w).range(2).rows("x1", "x2")
 *         .alt("Two rows of eight weights; the third column is the largest, 1.9 and -1.8.")
 * }</pre>
 */
public final class HeatMap extends Picture<HeatMap> {

    private double[][] matrix = {};
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private int decimals = 2;
    private @Nullable ColorScale scale;

    private HeatMap(String title) {
        super(title);
    }

    public static HeatMap of(String title) {
        return new HeatMap(title);
    }

    /** Sets the values, row by row; they are copied. */
    public HeatMap matrix(double[][] values) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(row -> row.length == 0)) {
            throw new IllegalArgumentException("A heat map needs at least one row and one column.");
        }
        if (Arrays.stream(values).anyMatch(row -> row.length != values[0].length)) {
            throw new IllegalArgumentException(
                    "The matrix's rows have different lengths: %s. Pad or truncate them."
                            .formatted(
                                    Arrays.toString(
                                            Arrays.stream(values)
                                                    .mapToInt(row -> row.length)
                                                    .toArray())));
        }
        matrix = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        return this;
    }

    /** Sets the values from a matrix of floats; they are copied. */
    public HeatMap matrix(float[][] values) {
        double[][] wide = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            float[] row = values[i];
            wide[i] = IntStream.range(0, row.length).mapToDouble(j -> row[j]).toArray();
        }
        return matrix(wide);
    }

    /** Names of the rows. */
    public HeatMap rows(String... names) {
        rows = List.of(names);
        return this;
    }

    /** Names of the columns. */
    public HeatMap columns(String... names) {
        columns = List.of(names);
        return this;
    }

    /** Sets the values of full color to -limit and +limit, so that heat maps can be compared. */
    public HeatMap range(double limit) {
        scale = ColorScale.diverging(limit);
        return this;
    }

    /**
     * Uses a single color that starts from white, for values without a meaningful zero inside their
     * range.
     */
    public HeatMap sequential(double from, double to) {
        scale = ColorScale.sequential(from, to);
        return this;
    }

    /** Sets the number of decimals of the written values; the default is 2. */
    public HeatMap decimals(int count) {
        decimals = count;
        return this;
    }

    @Override
    Painting painting() {
        ColorScale colors = scale != null ? scale : ColorScale.diverging(largest());
        return new HeatMapPainting(title, matrix, rows, columns, colors, decimals);
    }

    @Override
    Dimension naturalSize() {
        return HeatMapPainting.naturalSize(matrix, rows, columns);
    }

    private double largest() {
        double largest =
                Arrays.stream(matrix)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        return largest > 0 ? largest : 1;
    }

    @Override
    String description() {
        return MatrixDescription.of(matrix, rows, columns, decimals);
    }

    @Override
    HeatMap self() {
        return this;
    }
}
