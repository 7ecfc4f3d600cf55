package openweights.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.chart.draw.Numbers;

/**
 * A small network, with a circle for each unit and a line for each weight. Solid orange lines are
 * positive weights, dashed blue lines negative ones; wider lines are larger weights. A unit's fill
 * color shows its bias.
 *
 * <pre>{@code
 * NetworkDiagram.of("Before training").inputs("x1", "x2").outputs("p").range(4)
 *         .layer(w1, b1).layer(w2, b2)
 *         .alt("Two inputs, eight hidden units, one output; all weights are small.")
 * }</pre>
 */
public final class NetworkDiagram extends Picture<NetworkDiagram> {

    private final List<Layer> layers = new ArrayList<>();
    private List<String> inputs = List.of();
    private List<String> outputs = List.of();
    private double range = Double.NaN;
    private boolean values;

    /**
     * The weights from each unit (row) to each unit of the next layer (column), and the biases of
     * the next layer, whose hidden units may have names.
     */
    record Layer(double[][] weights, double[] biases, List<String> names) {

        Layer named(List<String> units) {
            return new Layer(weights, biases, units);
        }
    }

    private NetworkDiagram(String title) {
        super(title);
    }

    public static NetworkDiagram of(String title) {
        return new NetworkDiagram(title);
    }

    /** Adds a layer without biases; see {@link #layer(double[][], double...)}. */
    public NetworkDiagram layer(double[][] weights) {
        return layer(weights, new double[weights.length == 0 ? 0 : weights[0].length]);
    }

    /**
     * Adds a layer.
     *
     * @param weights one row per input unit, one column per output unit
     * @param biases one per output unit
     */
    public NetworkDiagram layer(double[][] weights, double... biases) {
        Layer layer = new Layer(copy(weights), biases.clone(), List.of());
        requireFits(layer);
        layers.add(layer);
        return this;
    }

    /**
     * Sets the names of the input units, shown in their circles, or beside them if they are long.
     */
    public NetworkDiagram inputs(String... names) {
        inputs = List.of(names);
        return this;
    }

    /**
     * Sets the names of the units that the layer added last leads to, for a hidden layer; shown in
     * their circles, or beside them if they are long.
     *
     * @throws IllegalStateException if there is no layer yet
     */
    public NetworkDiagram hidden(String... names) {
        if (layers.isEmpty()) {
            throw new IllegalStateException(
                    "There is no layer yet whose units could have names. Call layer(weights) first.");
        }
        layers.add(layers.remove(layers.size() - 1).named(List.of(names)));
        return this;
    }

    /**
     * Sets the names of the output units, shown in their circles, or beside them if they are long.
     */
    public NetworkDiagram outputs(String... names) {
        outputs = List.of(names);
        return this;
    }

    /** Sets the weight with full width and color, so that diagrams can be compared. */
    public NetworkDiagram range(double limit) {
        range = limit;
        return this;
    }

    /** Shows each weight on its line; for very small networks. */
    public NetworkDiagram showValues() {
        values = true;
        return this;
    }

    @Override
    Dimension naturalSize() {
        int tallest = layers.stream().mapToInt(l -> l.weights().length).max().orElse(1);
        double beside = NetworkPainting.space(inputs) + NetworkPainting.space(outputs);
        double needed = Math.max(NetworkPainting.LEGEND_WIDTH, 160 * layers.size() + beside);
        return new Dimension((int) needed, Math.max(300, 52 * tallest + 120));
    }

    @Override
    Painting painting() {
        if (layers.isEmpty()) {
            throw new IllegalStateException("The network has no layer. Call layer(weights) first.");
        }
        double limit = Double.isNaN(range) ? largest() : range;
        return new NetworkPainting(title, List.copyOf(layers), inputs, outputs, limit, values);
    }

    private double largest() {
        double largest =
                layers.stream()
                        .flatMap(layer -> Arrays.stream(layer.weights()))
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        return largest > 0 ? largest : 1;
    }

    private void requireFits(Layer layer) {
        int from = layer.weights().length;
        int to = layer.biases().length;
        boolean whole = Arrays.stream(layer.weights()).allMatch(row -> row.length == to);
        if (from == 0 || to == 0 || !whole) {
            throw new IllegalArgumentException(
                    "Layer %s: each row of weights needs one value for each of the %s biases."
                            .formatted(layers.size() + 1, to));
        }
        int units = layers.isEmpty() ? from : layers.get(layers.size() - 1).biases().length;
        if (units != from) {
            throw new IllegalArgumentException(
                    "Layer %s has weights from %s units, but the layer before it has %s. Is the matrix transposed?"
                            .formatted(layers.size() + 1, from, units));
        }
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    String description() {
        String units =
                layers.stream()
                        .map(layer -> layer.biases().length)
                        .map(count -> count == 1 ? "1 unit" : count + " units")
                        .collect(Collectors.joining(", then "));
        return "Network of %d inputs, then %s. %s"
                .formatted(
                        layers.get(0).weights().length,
                        units,
                        IntStream.range(0, layers.size())
                                .mapToObj(this::words)
                                .collect(Collectors.joining(" ")));
    }

    private String words(int number) {
        Layer layer = layers.get(number);
        return "Weights of layer %d: %s. Biases: %s."
                .formatted(
                        number + 1,
                        Arrays.stream(layer.weights())
                                .map(NetworkDiagram::list)
                                .collect(Collectors.joining("; ")),
                        list(layer.biases()));
    }

    private static String list(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Numbers.fixed(value, 2))
                .collect(Collectors.joining(", "));
    }

    @Override
    NetworkDiagram self() {
        return this;
    }
}
