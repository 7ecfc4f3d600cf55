package openweights.runtime.kernel.display;

import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which entries of many are shown: all of them, or the first ones, a gap and the last ones.
 *
 * @param count how many entries there are
 * @param head how many are shown before the gap
 * @param tail how many are shown after it
 */
record Excerpt(long count, long head, long tail) {

    /** How many rows or columns of numbers a reader can take in. */
    static final int LIMIT = 12;

    private static final int TAIL = 3;

    /** All entries, or so many that they and the gap fit the limit. */
    static Excerpt of(long count, int limit) {
        return count <= limit
                ? new Excerpt(count, count, 0)
                : new Excerpt(count, limit - 1 - TAIL, TAIL);
    }

    boolean hasGap() {
        return head + tail < count;
    }

    /** Maps each shown index, and inserts a value for the gap. */
    <T> Stream<T> map(LongFunction<T> shown, T gap) {
        Stream<T> before = LongStream.range(0, head).mapToObj(shown);
        Stream<T> between = hasGap() ? Stream.of(gap) : Stream.empty();
        Stream<T> after = LongStream.range(count - tail, count).mapToObj(shown);
        return Stream.of(before, between, after).flatMap(part -> part);
    }
}
