package openweights.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** One chart of each type; {@code main} writes them to a folder. */
final class Gallery {

    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, Figure> picture : figures().entrySet()) {
            Files.write(folder.resolve(picture.getKey() + ".png"), picture.getValue().png());
        }
    }

    static Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("line", line());
        figures.put("line-log", logarithmic());
        figures.put("line-few", fewPoints());
        figures.put("gaps", gaps());
        figures.put("scatter", scatter());
        figures.put("bar", bar());
        figures.put("histogram", histogram());
        figures.put("heat-map", heatMap());
        figures.put("attention", attention());
        figures.put("images", images(0));
        figures.put("images-signed", images(1.5));
        figures.put("decision", decision());
        figures.put("landscape", landscape());
        figures.put("network", network("After training", 3));
        figures.put("network-names", named());
        figures.put("heat-row", heats());
        figures.put("neuron", neuron());
        figures.put(
                "row", network("Before", 0.6).beside(network("During", 1.5), network("After", 3)));
        return figures;
    }

    static Figure line() {
        return LineChart.of("Loss while training")
                .axes("step", "loss")
                .line("training", falling(400, 0.012))
                .line("test", falling(400, 0.009))
                .line("guessing", IntStream.range(0, 400).mapToDouble(i -> 0.693).toArray())
                .alt("Both losses fall from 0.69 to near zero; the test loss falls more slowly.");
    }

    static Figure logarithmic() {
        double[] x = IntStream.range(0, 7).mapToDouble(i -> Math.pow(10, i)).toArray();
        double[] y = IntStream.range(0, 7).mapToDouble(i -> 3 * Math.pow(10, -0.4 * i)).toArray();
        return LineChart.of("Loss against weights")
                .axes("weights", "loss")
                .logX()
                .logY()
                .line("measured", x, y)
                .alt("A straight line falls on two logarithmic axes.");
    }

    static Figure fewPoints() {
        return LineChart.of("Activation functions")
                .axes("input", "output")
                .line("tanh", spread(9), map(spread(9), Math::tanh))
                .line("relu", spread(9), map(spread(9), v -> Math.max(0, v)))
                .line("sigmoid", spread(9), map(spread(9), v -> 1 / (1 + Math.exp(-v))))
                .alt("Three activation functions from -3 to 3.");
    }

    static Figure gaps() {
        double[] y = {1e3, 2e4, Double.NaN, 3e5, 1e6, Double.POSITIVE_INFINITY, 8e6, 1e7, 2e7};
        return LineChart.of("Divergence")
                .axes("step", "loss")
                .logY()
                .line("rate 0.07", y)
                .points("measured", new double[] {2, 3.5}, new double[] {7e4, 5e5})
                .alt("A loss that grows beyond all bounds, with two gaps.");
    }

    static Figure scatter() {
        return ScatterChart.of("Two moons")
                .axes("x₁", "x₂")
                .points("upper moon", moon(60, 0))
                .points("lower moon", moon(60, 1))
                .alt("Two interlocking half circles of 60 points each.");
    }

    static Figure bar() {
        return BarChart.of("Where the weights are")
                .axes("part", "share of weights, %")
                .categories("embedding", "attention", "feed-forward", "norms")
                .bars("GPT-2", 31.6, 22.8, 45.5, 0.1)
                .bars("Mistral 7B", 3.6, 18.5, 77.8, 0.1)
                .showValues()
                .alt("In both models the feed-forward layers hold most weights.");
    }

    static Figure histogram() {
        Random random = new Random(7);
        double[] start = IntStream.range(0, 2000).mapToDouble(i -> random.nextGaussian()).toArray();
        double[] end =
                IntStream.range(0, 2000).mapToDouble(i -> 2.2 * random.nextGaussian()).toArray();
        return HistogramChart.of("Weights of layer 1")
                .axes("weight", "count")
                .bins(-6, 6, 48)
                .values("before training", start)
                .values("after training", end)
                .alt("Training spreads the weights from within 3 to within 6 of zero.");
    }

    static Figure heatMap() {
        double[][] w = matrix(3, 8, 11, 2);
        w[1][2] = Double.NaN;
        return HeatMap.of("Weights of layer 1")
                .matrix(w)
                .range(4)
                .rows("x₁", "x₂", "bias")
                .columns("h₁", "h₂", "h₃", "h₄", "h₅", "h₆", "h₇", "h₈")
                .alt("Three rows of eight weights between -4 and 4, one of them not a number.");
    }

    static Figure attention() {
        double[][] a = new double[24][24];
        for (int i = 0; i < 24; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = Math.exp(-0.3 * (i - j)) * (0.6 + 0.4 * Math.cos(i + j));
            }
        }
        return HeatMap.of("Attention of head 0")
                .matrix(a)
                .sequential(0, 1)
                .alt("Each token attends to those just before it.");
    }

    static Figure images(double range) {
        ImageGrid grid =
                ImageGrid.of("Seven images, of which five stand in a row").perRow(5).range(range);
        for (int i = 0; i < 7; i++) {
            grid.image("after " + i, matrix(8, 8, i, 1.5));
        }
        return grid.figure();
    }

    static Figure decision() {
        return DecisionMap.of("After 2000 steps")
                .x(-1.6, 2.6)
                .y(-1.1, 1.6)
                .field((x, y) -> 1 / (1 + Math.exp(5 * (y - 0.25 + Math.sin(2.2 * x - 1.0) * 0.7))))
                .points("upper moon", moon(60, 0))
                .points("lower moon", moon(60, 1))
                .alt("A curved boundary separates the two moons without an error.");
    }

    static Figure landscape() {
        double[] x = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i] = 2 + 1.8 * Math.exp(-i * 0.5);
            y[i] = 3 - 3.5 * Math.exp(-i * 0.12);
        }
        return Landscape.of("Loss")
                .axes("weight", "bias")
                .x(0, 4)
                .y(-1, 5)
                .height((w, b) -> Math.log10(0.01 + Math.pow(w - 2, 2) * 4 + Math.pow(b - 3, 2)))
                .path(x, y)
                .alt("A valley, and a path that drops into it and creeps along its floor.");
    }

    static Figure network(String title, double spread) {
        return NetworkDiagram.of(title)
                .inputs("x₁", "x₂")
                .outputs("p")
                .range(4)
                .layer(matrix(2, 6, 3, spread), matrix(1, 6, 5, spread)[0])
                .layer(matrix(6, 1, 4, spread), 0.4)
                .alt(title + " training: two inputs, six hidden units, one output.");
    }

    static Figure named() {
        return NetworkDiagram.of("Before training")
                .inputs("input 0", "input 1")
                .outputs("answer")
                .range(6)
                .layer(matrix(2, 3, 3, 2), 1, 0, -2)
                .layer(matrix(3, 1, 4, 3), 0.4)
                .alt("Two inputs, three hidden units, one output.");
    }

    static Figure heats() {
        Figure[] maps = new Figure[4];
        for (int i = 0; i < maps.length; i++) {
            maps[i] =
                    HeatMap.of("W1 after " + 100 * i + " steps")
                            .matrix(matrix(2, 3, i, 2))
                            .range(6)
                            .rows("input 0", "input 1")
                            .columns("hidden 0", "hidden 1", "hidden 2")
                            .alt("Two rows of three weights.");
        }
        return Figure.row(maps);
    }

    static Figure neuron() {
        return NetworkDiagram.of("A neuron that computes AND")
                .inputs("x₁", "x₂")
                .outputs("y")
                .layer(new double[][] {{1.5}, {-0.75}}, -1.2)
                .showValues()
                .alt("Two inputs with the weights 1.5 and -0.75 reach one output.");
    }

    static double[] falling(int steps, double rate) {
        return IntStream.range(0, steps)
                .mapToDouble(
                        i -> 0.69 * Math.exp(-rate * i) + 0.01 * Math.sin(i) * Math.exp(-0.01 * i))
                .toArray();
    }

    static double[] spread(int points) {
        return IntStream.range(0, points).mapToDouble(i -> -3 + 6.0 * i / (points - 1)).toArray();
    }

    static double[] map(double[] x, java.util.function.DoubleUnaryOperator f) {
        return java.util.Arrays.stream(x).map(f).toArray();
    }

    static double[][] moon(int count, int which) {
        Random random = new Random(which);
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * i / (count - 1);
            double x = which == 0 ? Math.cos(angle) : 1 - Math.cos(angle);
            double y = which == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
            points[i] =
                    new double[] {x + 0.1 * random.nextGaussian(), y + 0.1 * random.nextGaussian()};
        }
        return points;
    }

    static double[][] matrix(int rows, int columns, long seed, double spread) {
        Random random = new Random(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            java.util.Arrays.setAll(row, j -> spread * random.nextGaussian());
        }
        return matrix;
    }
}
