package openweights.tiny;

import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Points in a plane, each with a label of 0 or 1.
 *
 * @param X the coordinates [N, 2]
 * @param Y the labels [N, 1]
 */
public record Points(INDArray X, INDArray Y) {

    /** The four rows of exclusive or: 1 where exactly one input is 1. */
    public static Points xor() {
        return new Points(
                Nd4j.create(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}),
                Nd4j.create(new float[][] {{0}, {1}, {1}, {0}}));
    }

    /**
     * Two interlocking half circles; the label names the half circle.
     *
     * @param count how many points, half of them on each moon
     * @param noise standard deviation of the Gaussian noise on each coordinate; a moon has radius 1
     * @param seed of the random numbers; the same seed gives the same points
     */
    public static Points twoMoons(int count, double noise, long seed) {
        Random random = new Random(seed);
        float[][] coordinates = new float[count][];
        float[][] labels = new float[count][];
        for (int i = 0; i < count; i++) {
            int moon = i % 2;
            double angle = Math.PI * random.nextDouble();
            double x = moon == 0 ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
            double y = moon == 0 ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
            coordinates[i] =
                    new float[] {
                        (float) (x + noise * random.nextGaussian()),
                        (float) (y + noise * random.nextGaussian())
                    };
            labels[i] = new float[] {moon};
        }
        return new Points(Nd4j.create(coordinates), Nd4j.create(labels));
    }

    /** The coordinates of the points with a label, one {x, y} per row, for charts. */
    public double[][] withAnswer(int answer) {
        return IntStream.range(0, count())
                .filter(i -> Y.getInt(i, 0) == answer)
                .mapToObj(i -> X.getRow(i).toDoubleVector())
                .toArray(double[][]::new);
    }

    /** The number of points. */
    public int count() {
        return X.rows();
    }
}
