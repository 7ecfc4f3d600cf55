package openweights.engine.generate;

import java.util.PriorityQueue;

/** Finds the k-th largest of many numbers without sorting them all. */
final class TopK {

    private TopK() {}

    /** The k-th largest number: at least k numbers are this large or larger. */
    static float threshold(float[] numbers, int k) {
        PriorityQueue<Float> largest =
                new PriorityQueue<>(k); // the smallest of them comes out first
        for (float number : numbers) {
            if (largest.size() < k) {
                largest.add(number);
            } else if (number > largest.peek()) {
                largest.poll();
                largest.add(number);
            }
        }
        return largest.peek();
    }
}
