package openweights.runtime.kernel.display;

import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which of many entries are shown: all of them, or the first ones, a gap, and the last ones.
 *
 * @param count how many there are
 * @param head how many are shown before the gap
 * @param tail how many are shown after it
 */
record Excerpt(long count, long head, long tail) {

    /** Rows or columns of numbers that a reader can still take in. */
    static final int LIMIT = 12;

    private static final int TAIL = 3;

    /** All of them, or so many that they take no more places than the limit, gap included. */
    static Excerpt of(long count, int limit) {
        return count <= limit
                ? new Excerpt(count, count, 0)
                : new Excerpt(count, limit - 1 - TAIL, TAIL);
    }

    boolean hasGap() {
        return head + tail < count;
    }

    /** What belongs to each shown index, with something else in the gap. */
    <T> Stream<T> map(LongFunction<T> shown, T gap) {
        Stream<T> before = LongStream.range(0, head).mapToObj(shown);
        Stream<T> between = hasGap() ? Stream.of(gap) : Stream.empty();
        Stream<T> after = LongStream.range(count - tail, count).mapToObj(shown);
        return Stream.of(before, between, after).flatMap(part -> part);
    }
}
