package openweights.tiny;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Handwritten digits: images of 8 by 8 pixels, and which digit each of them shows. The data are the
 * test part of <a href="https://doi.org/10.24432/C50P49">Optical Recognition of Handwritten
 * Digits</a> (E. Alpaydin, C. Kaynak, 1998; CC BY 4.0), which 13 people wrote.
 *
 * @param X the pixels [N, 64] as floats from 0 (white) to 1 (ink), row by row
 * @param labels the N digits, 0 to 9
 */
public record Digits(INDArray X, int[] labels) {

    /** Rows and columns of an image. */
    public static final int SIDE = 8;

    /** How many kinds of digits there are. */
    public static final int CLASSES = 10;

    private static final int PIXELS = SIDE * SIDE;
    private static final double INK = 16; // the file counts dots, from 0 to 16 in each pixel

    /** All 1,797 digits, in a random order that a seed chooses. */
    public static Digits shuffled(long seed) {
        List<int[]> lines = read();
        Collections.shuffle(lines, new Random(seed));
        return of(lines);
    }

    /** The digits from one index to before another, as a copy. */
    public Digits part(int from, int to) {
        return new Digits(
                X.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()).dup(),
                Arrays.copyOfRange(labels, from, to));
    }

    /** The digits with these indices, in this order, as a copy. */
    public Digits only(int... indices) {
        return new Digits(
                Nd4j.pullRows(X, 1, indices), Arrays.stream(indices).map(i -> labels[i]).toArray());
    }

    /** The labels as rows [N, 10] with a 1 in the column of the digit and 0 elsewhere. */
    public INDArray oneHot() {
        INDArray rows = Nd4j.zeros(DataType.FLOAT, labels.length, CLASSES);
        for (int i = 0; i < labels.length; i++) {
            rows.putScalar(i, labels[i], 1);
        }
        return rows;
    }

    /** An image as rows of pixels, for pictures. [8][8] */
    public double[][] image(int index) {
        return image(X.getRow(index));
    }

    /** 64 numbers as rows of an image, for pictures. [8][8] */
    public static double[][] image(INDArray pixels) {
        double[] values = pixels.ravel().toDoubleVector();
        if (values.length != PIXELS) {
            throw new IllegalArgumentException(
                    "An image of a digit has 64 pixels, but there are %d numbers in the shape %s."
                            .formatted(values.length, Arrays.toString(pixels.shape())));
        }
        return IntStream.range(0, SIDE)
                .mapToObj(row -> Arrays.copyOfRange(values, row * SIDE, (row + 1) * SIDE))
                .toArray(double[][]::new);
    }

    /** The number of digits. */
    public int count() {
        return labels.length;
    }

    private static Digits of(List<int[]> lines) {
        float[][] pixels = new float[lines.size()][PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            for (int j = 0; j < PIXELS; j++) {
                pixels[i][j] = (float) (lines.get(i)[j] / INK);
            }
        }
        int[] labels = lines.stream().mapToInt(line -> line[PIXELS]).toArray();
        return new Digits(Nd4j.create(pixels), labels);
    }

    /** The lines of the file: 64 pixels and a label each. */
    private static List<int[]> read() {
        try (var file = Digits.class.getResourceAsStream("digits.csv.gz");
                var text =
                        new InputStreamReader(
                                new GZIPInputStream(Objects.requireNonNull(file)),
                                StandardCharsets.US_ASCII);
                var reader = new BufferedReader(text)) {
            List<int[]> lines = new ArrayList<>();
            reader.lines()
                    .map(line -> Arrays.stream(line.split(",")).mapToInt(Integer::parseInt))
                    .forEach(line -> lines.add(line.toArray()));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The digits in the course's jar cannot be read.", e);
        }
    }
}
