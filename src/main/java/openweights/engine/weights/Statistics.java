package openweights.engine.weights;

/**
 * Statistics of a tensor's numbers. NaN and infinite numbers are counted and excluded from the
 * rest.
 *
 * @param count how many numbers there are, including NaN and infinite ones
 * @param sd standard deviation of the population (divided by the count, not by count - 1)
 * @param min NaN if there is no finite number, like mean, sd and max
 * @param nan how many numbers are NaN
 * @param infinite how many numbers are infinite
 */
public record Statistics(
        long count, double mean, double sd, double min, double max, long nan, long infinite) {

    /** Collects numbers chunk by chunk. */
    static final class Collector {
        private long finite;
        private double mean;
        private double squares;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private long nan;
        private long infinite;

        /** Combines means and squared deviations of two chunks exactly (Chan's formula). */
        void add(float[] numbers, int count) {
            long chunkFinite = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                float number = numbers[i];
                if (Float.isFinite(number)) {
                    chunkFinite++;
                    sum += number;
                    min = Math.min(min, number);
                    max = Math.max(max, number);
                } else if (Float.isNaN(number)) {
                    nan++;
                } else {
                    infinite++;
                }
            }
            if (chunkFinite > 0) {
                combine(numbers, count, chunkFinite, sum / chunkFinite);
            }
        }

        private void combine(float[] numbers, int count, long chunkFinite, double chunkMean) {
            double chunkSquares = 0;
            for (int i = 0; i < count; i++) {
                if (Float.isFinite(numbers[i])) {
                    double distance = numbers[i] - chunkMean;
                    chunkSquares += distance * distance;
                }
            }
            double apart = chunkMean - mean;
            long total = finite + chunkFinite;
            squares += chunkSquares + apart * apart * ((double) finite * chunkFinite / total);
            mean += apart * chunkFinite / total;
            finite = total;
        }

        Statistics result() {
            long count = finite + nan + infinite;
            return finite == 0
                    ? new Statistics(
                            count, Double.NaN, Double.NaN, Double.NaN, Double.NaN, nan, infinite)
                    : new Statistics(
                            count, mean, Math.sqrt(squares / finite), min, max, nan, infinite);
        }
    }
}
