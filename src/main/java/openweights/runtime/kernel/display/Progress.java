package openweights.runtime.kernel.display;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import openweights.base.Html;

/**
 * The items of a long loop, with a bar that shows its progress, its speed and the remaining time.
 *
 * <pre>{@code
 * for (int step : Progress.of("Training", 1000)) { … }
 * }</pre>
 *
 * What remains in the notebook contains no measured time. Outside a notebook nothing is shown.
 *
 * @param <T> the type of the items
 */
public final class Progress<T> implements Iterable<T> {

    private static final long EIGHTH_SECOND = 125_000_000;

    private final String title;
    private final Iterable<T> items;
    private final int count;
    private final Screen screen;
    private final LongSupplier clock;

    Progress(String title, Iterable<T> items, int count, Screen screen, LongSupplier clock) {
        this.title = title;
        this.items = items;
        this.count = count;
        this.screen = screen;
        this.clock = clock;
    }

    /** The numbers from 0 up to, but not including, the count. */
    public static Progress<Integer> of(String title, int count) {
        return range(title, 0, count - 1);
    }

    /** The numbers from first to last, both included. */
    public static Progress<Integer> range(String title, int first, int last) {
        Iterable<Integer> numbers = () -> IntStream.rangeClosed(first, last).iterator();
        int count = Math.max(0, last - first + 1);
        return new Progress<>(title, numbers, count, Screen.current(), System::nanoTime);
    }

    /** The items of a collection. */
    public static <T> Progress<T> over(String title, Collection<T> items) {
        return new Progress<>(title, items, items.size(), Screen.current(), System::nanoTime);
    }

    @Override
    public Iterator<T> iterator() {
        return new Run();
    }

    /** One iteration. An item is done when the next one is requested. */
    private final class Run implements Iterator<T> {

        private final Iterator<T> rest = items.iterator();
        private final LiveOutput output = new LiveOutput(screen, clock, EIGHTH_SECOND);
        private final long start = clock.getAsLong();
        private int begun;

        @Override
        public boolean hasNext() {
            boolean more = rest.hasNext();
            output.offer(() -> running(begun), () -> settled(begun));
            if (!more) {
                output.settle();
            }
            return more;
        }

        @Override
        public T next() {
            T item = rest.next();
            begun++;
            return item;
        }

        private Rendition running(int done) {
            String words = words(done) + pace(done, (clock.getAsLong() - start) / 1e9);
            String html =
                    "<p><progress max=\"%s\" value=\"%s\" style=\"width:16em\"></progress> %s</p>"
                            .formatted(count, done, Html.escape(words));
            return Rendition.of(html, words);
        }

        private Rendition settled(int done) {
            String words = (done == count ? "✓ " : "stopped: ") + words(done);
            return Rendition.of("<p>" + Html.escape(words) + "</p>", words);
        }

        private String words(int done) {
            return String.format(Locale.ROOT, "%s: %,d of %,d", title, done, count);
        }

        private String pace(int done, double seconds) {
            return done == 0 || seconds <= 0
                    ? ""
                    : " · %s · %s left"
                            .formatted(
                                    Pace.rate(done / seconds),
                                    Pace.duration((count - done) * seconds / done));
        }
    }
}
