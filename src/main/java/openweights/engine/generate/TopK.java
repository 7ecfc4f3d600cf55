package openweights.engine.generate;

import java.util.PriorityQueue;

/** Finds the k-th largest of many numbers without sorting all of them. */
final class TopK {

    private TopK() {}

    /** The k-th largest: k numbers or more are at least as large. */
    static float threshold(float[] numbers, int k) {
        PriorityQueue<Float> largest = new PriorityQueue<>(k); // the least of them first
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
