package openweights.engine.weights;

/**
 * What the numbers of a tensor are like. NaN and infinite numbers are counted and left out of the
 * rest.
 *
 * @param count how many numbers there are, NaN and infinite ones too
 * @param sd standard deviation of the numbers as they are (divided by their count)
 * @param min NaN if there is no finite number, as are mean, sd and max
 */
public record Statistics(
        long count, double mean, double sd, double min, double max, long nan, long infinite) {

    /** Collects numbers one run after the other. */
    static final class Collector {
        private long finite;
        private double mean;
        private double squares;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private long nan;
        private long infinite;

        /** Means and squared distances of two runs are joined exactly (Chan's formula). */
        void add(float[] numbers, int count) {
            long runFinite = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                float number = numbers[i];
                if (Float.isFinite(number)) {
                    runFinite++;
                    sum += number;
                    min = Math.min(min, number);
                    max = Math.max(max, number);
                } else if (Float.isNaN(number)) {
                    nan++;
                } else {
                    infinite++;
                }
            }
            if (runFinite > 0) {
                join(numbers, count, runFinite, sum / runFinite);
            }
        }

        private void join(float[] numbers, int count, long runFinite, double runMean) {
            double runSquares = 0;
            for (int i = 0; i < count; i++) {
                if (Float.isFinite(numbers[i])) {
                    double distance = numbers[i] - runMean;
                    runSquares += distance * distance;
                }
            }
            double apart = runMean - mean;
            long total = finite + runFinite;
            squares += runSquares + apart * apart * ((double) finite * runFinite / total);
            mean += apart * runFinite / total;
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
