package openweights.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small network: a circle for each unit, a line for each weight. Orange full lines are positive
 * weights, blue dashed lines negative ones; the wider, the larger. A unit's fill shows its bias.
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

    /** Weights from each unit (row) to each unit of the next column, and the latter's biases. */
    record Layer(double[][] weights, double[] biases) {}

    private NetworkDiagram(String title) {
        super(title);
    }

    public static NetworkDiagram of(String title) {
        return new NetworkDiagram(title);
    }

    /** A layer without biases; see {@link #layer(double[][], double...)}. */
    public NetworkDiagram layer(double[][] weights) {
        return layer(weights, new double[weights.length == 0 ? 0 : weights[0].length]);
    }

    /**
     * The next layer.
     *
     * @param weights one row for each unit it comes from, one column for each unit it goes to
     * @param biases one for each unit it goes to
     */
    public NetworkDiagram layer(double[][] weights, double... biases) {
        Layer layer = new Layer(copy(weights), biases.clone());
        requireFits(layer);
        layers.add(layer);
        return this;
    }

    /** Names in the circles of the first column, or beside them if they are long. */
    public NetworkDiagram inputs(String... names) {
        inputs = List.of(names);
        return this;
    }

    /** Names in the circles of the last column, or beside them if they are long. */
    public NetworkDiagram outputs(String... names) {
        outputs = List.of(names);
        return this;
    }

    /** The weight that gets full width and color, so that pictures can be compared. */
    public NetworkDiagram range(double limit) {
        range = limit;
        return this;
    }

    /** Writes each weight on its line; for very small networks. */
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
                    "Layer %d: each row of weights needs one value for each of %d biases."
                            .formatted(layers.size() + 1, to));
        }
        int units = layers.isEmpty() ? from : layers.get(layers.size() - 1).biases().length;
        if (units != from) {
            throw new IllegalArgumentException(
                    "Layer %d has weights from %d units, but the layer before it has %d. Is the matrix transposed?"
                            .formatted(layers.size() + 1, from, units));
        }
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    NetworkDiagram self() {
        return this;
    }
}
