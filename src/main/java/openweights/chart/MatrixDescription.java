package openweights.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.chart.draw.Numbers;

/** A matrix in words: all values of a small one, the extremes of a large one. */
record MatrixDescription(double[][] matrix, List<String> rows, List<String> columns, int decimals) {

    private static final int MAX_LISTED = 32;

    static String of(double[][] matrix, List<String> rows, List<String> columns, int decimals) {
        return new MatrixDescription(matrix, rows, columns, decimals).text();
    }

    private String text() {
        int width = matrix[0].length;
        String size = "Heat map of %d rows and %d columns".formatted(matrix.length, width);
        if (matrix.length * width <= MAX_LISTED) {
            return size
                    + ". "
                    + IntStream.range(0, matrix.length)
                            .mapToObj(this::row)
                            .collect(Collectors.joining(" "));
        }
        return size + ": smallest " + extreme(-1) + ", largest " + extreme(1) + ".";
    }

    private String row(int row) {
        return name(rows, "row ", row)
                + ": "
                + Arrays.stream(matrix[row]).mapToObj(this::words).collect(Collectors.joining(", "))
                + ".";
    }

    private String words(double value) {
        return Double.isNaN(value) ? "empty" : Numbers.fixed(value, decimals);
    }

    private String extreme(int sign) {
        int width = matrix[0].length;
        int at =
                IntStream.range(0, matrix.length * width)
                        .filter(i -> Double.isFinite(value(i)))
                        .reduce((a, b) -> sign * value(b) > sign * value(a) ? b : a)
                        .orElse(0);
        return "%s in %s, %s"
                .formatted(
                        Numbers.fixed(value(at), decimals),
                        name(rows, "row ", at / width),
                        name(columns, "column ", at % width));
    }

    private double value(int i) {
        return matrix[i / matrix[0].length][i % matrix[0].length];
    }

    private static String name(List<String> names, String kind, int i) {
        return i < names.size() ? names.get(i) : kind + i;
    }
}
