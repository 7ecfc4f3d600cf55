package openweights.chart;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.chart.draw.Numbers;

/**
 * Pictures of which a slider shows one: a reader drags a number, and the picture follows.
 *
 * <pre>{@code
 * Slider.of("learning rate", new double[] {0.1, 0.5, 1.1},
 *         rate -> LineChart.of("Loss").line("loss", losses(rate)))
 * Slider.of("sampler", List.of("greedy", "T = 1"), sampler -> chart(sampler)).start(1).playable()
 * }</pre>
 *
 * All pictures are drawn when the slider is made, so that it needs no kernel afterwards: it works
 * in a notebook that was reopened, in one exported as HTML, and on the pages of the reader's
 * edition.
 */
public final class Slider {

    /** With more positions the notebook's file would become large, and the steps too small. */
    public static final int MAX_STOPS = 40;

    private final String name;
    private final List<Stop> stops;
    private final int start;
    private final boolean playable;

    /**
     * A position of the slider.
     *
     * @param value as it is shown
     */
    public record Stop(String value, Figure figure) {}

    private Slider(String name, List<Stop> stops, int start, boolean playable) {
        this.name = name;
        this.stops = stops;
        this.start = start;
        this.playable = playable;
    }

    /**
     * A slider over numbers, shown with at most four significant digits.
     *
     * @param name what the numbers are
     * @param picture draws the picture for a number
     * @throws IllegalArgumentException if there is no number, more than {@value #MAX_STOPS}, or two
     *     that look the same
     */
    public static Slider of(
            String name, double[] values, DoubleFunction<? extends Illustration> picture) {
        List<String> labels = Arrays.stream(values).mapToObj(Numbers::brief).toList();
        return drawn(name, labels, i -> picture.apply(values[i]));
    }

    /** A slider over whole numbers; see {@link #of(String, double[], DoubleFunction)}. */
    public static Slider of(
            String name, int[] values, IntFunction<? extends Illustration> picture) {
        List<String> labels = Arrays.stream(values).mapToObj(Slider::whole).toList();
        return drawn(name, labels, i -> picture.apply(values[i]));
    }

    /** A slider over anything else, shown as it prints. */
    public static <T> Slider of(
            String name, List<T> values, Function<? super T, ? extends Illustration> picture) {
        List<String> labels = values.stream().map(String::valueOf).toList();
        return drawn(name, labels, i -> picture.apply(values.get(i)));
    }

    private static Slider drawn(
            String name, List<String> labels, IntFunction<? extends Illustration> picture) {
        check(name, labels);
        List<Stop> stops =
                IntStream.range(0, labels.size())
                        .mapToObj(i -> new Stop(labels.get(i), picture.apply(i).figure()))
                        .toList();
        return new Slider(name, stops, 0, false);
    }

    private static String whole(int value) {
        return String.format(Locale.ROOT, "%,d", value).replace('-', '−');
    }

    private static void check(String name, List<String> labels) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "The slider has no name. Say what its values are, such as \"learning rate\".");
        }
        if (labels.isEmpty() || labels.size() > MAX_STOPS) {
            throw new IllegalArgumentException(
                    "The slider \"%s\" has %d values. Give it 1 to %d; each is a picture in the notebook's file."
                            .formatted(name, labels.size(), MAX_STOPS));
        }
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (label.isBlank()) {
                throw new IllegalArgumentException(
                        "The slider \"%s\" has a value without a text. Give each value one."
                                .formatted(name));
            }
            if (!seen.add(label)) {
                throw new IllegalArgumentException(
                        "The slider \"%s\" shows \"%s\" twice. Give values that look different: %s."
                                .formatted(name, label, String.join(", ", labels)));
            }
        }
    }

    /**
     * The same slider with another position at first.
     *
     * @param position counted from 0
     */
    public Slider start(int position) {
        if (position < 0 || position >= stops.size()) {
            throw new IllegalArgumentException(
                    "The slider \"%s\" has no position %d. Its positions are 0 to %d."
                            .formatted(name, position, stops.size() - 1));
        }
        return new Slider(name, stops, position, playable);
    }

    /** The same slider with a button that plays it from the current position to the last one. */
    public Slider playable() {
        return new Slider(name, stops, start, true);
    }

    /** What the values are. */
    public String name() {
        return name;
    }

    /** The positions in order; at least one. */
    public List<Stop> stops() {
        return stops;
    }

    /** The position that is shown at first, counted from 0. */
    public int start() {
        return start;
    }

    public boolean isPlayable() {
        return playable;
    }

    /** A position in words, such as {@code learning rate = 0.1}. */
    public String words(Stop stop) {
        return name + " = " + stop.value();
    }

    /** The name, all values, and what the first and the last picture show. */
    public String description() {
        String values = stops.stream().map(Stop::value).collect(Collectors.joining(", "));
        return IntStream.of(0, stops.size() - 1)
                .distinct()
                .mapToObj(stops::get)
                .map(stop -> "\n" + words(stop) + ": " + stop.figure().alt())
                .collect(Collectors.joining("", "Slider over " + name + ": " + values + ".", ""));
    }
}
