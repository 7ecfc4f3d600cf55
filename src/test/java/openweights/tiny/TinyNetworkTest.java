package openweights.tiny;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TinyNetworkTest {

    private static final Points XOR = Points.xor();

    @Test
    void agreesWithACalculationByHand() {
        // XOR by hand: one hidden neuron fires for "or", one for "and"; the output takes the first
        // without the second.
        TinyNetwork network =
                TinyNetwork.of(
                        Map.of(
                                "W1", Nd4j.create(new float[][] {{20, 20}, {20, 20}}),
                                "b1", Nd4j.create(new float[][] {{-10, -30}}),
                                "W2", Nd4j.create(new float[][] {{10}, {-10}}),
                                "b2", Nd4j.create(new float[][] {{-10}})));
        INDArray predictions = network.predict(XOR.X());
        double sure = 1 / (1 + Math.exp(-10));
        double[] expected = {1 - sure, sure, sure, 1 - sure};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], predictions.getDouble(i), 1e-6);
        }
        assertEquals(1, network.accuracy(XOR.X(), XOR.Y()));
        assertEquals(-Math.log(sure), network.loss(XOR.X(), XOR.Y()), 1e-6);
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        Points points = Points.twoMoons(30, 0.2, 3);
        INDArray X = points.X().castTo(DataType.DOUBLE);
        INDArray Y = points.Y().castTo(DataType.DOUBLE);
        TinyNetwork network = inDoublePrecision(TinyNetwork.random(2, 4, 5));
        Map<String, INDArray> gradients = network.gradients(X, Y);
        network.weights()
                .forEach(
                        (name, weight) -> {
                            for (long i = 0; i < weight.length(); i++) {
                                assertEquals(
                                        slope(network, weight, i, X, Y),
                                        gradients.get(name).getDouble(i),
                                        1e-7,
                                        name + "[" + i + "]");
                            }
                        });
    }

    @Test
    void trainingLearnsExclusiveOr() {
        TinyNetwork network = TinyNetwork.random(2, 3, 1);
        double before = network.loss(XOR.X(), XOR.Y());
        for (int step = 0; step < 1500; step++) {
            network.step(network.gradients(XOR.X(), XOR.Y()), 0.5);
        }
        assertTrue(network.loss(XOR.X(), XOR.Y()) < before / 10);
        assertEquals(1, network.accuracy(XOR.X(), XOR.Y()));
    }

    @Test
    void copyHasItsOwnWeights() {
        TinyNetwork network = TinyNetwork.random(2, 3, 1);
        TinyNetwork copy = network.copy();
        assertEquals(network.predict(XOR.X()), copy.predict(XOR.X()));
        copy.step(copy.gradients(XOR.X(), XOR.Y()), 0.5);
        assertNotEquals(network.predict(XOR.X()), copy.predict(XOR.X()));
    }

    @Test
    void lossIsFiniteWhenTheNetworkIsCertainAndWrong() {
        TinyNetwork network = TinyNetwork.random(2, 3, 1);
        network.weights().get("b2").assign(1000);
        assertEquals(-Math.log(1e-7) / 2, network.loss(XOR.X(), XOR.Y()), 1e-3);
    }

    @Test
    void namesAMissingOrMisshapenWeight() {
        Map<String, INDArray> weights = new LinkedHashMap<>(TinyNetwork.random(2, 3, 1).weights());
        weights.put("W2", Nd4j.zeros(DataType.FLOAT, 4, 1));
        assertEquals(
                "weight \"W2\" has shape [4, 1], but [3, 1] is needed to match the other weights.",
                assertThrows(IllegalArgumentException.class, () -> TinyNetwork.of(weights))
                        .getMessage());
        weights.remove("W2");
        assertEquals(
                "weight \"W2\" is missing; the network needs W1, b1, W2 and b2, found [W1, b1, b2].",
                assertThrows(IllegalArgumentException.class, () -> TinyNetwork.of(weights))
                        .getMessage());
    }

    @Test
    void sameSeedGivesTheSamePoints() {
        assertEquals(Points.twoMoons(10, 0.1, 7), Points.twoMoons(10, 0.1, 7));
        assertNotEquals(Points.twoMoons(10, 0.1, 7), Points.twoMoons(10, 0.1, 8));
    }

    private static TinyNetwork inDoublePrecision(TinyNetwork network) {
        Map<String, INDArray> weights = new LinkedHashMap<>();
        network.weights()
                .forEach((name, weight) -> weights.put(name, weight.castTo(DataType.DOUBLE)));
        return TinyNetwork.of(weights);
    }

    private static double slope(
            TinyNetwork network, INDArray weight, long i, INDArray X, INDArray Y) {
        double h = 1e-5;
        double value = weight.getDouble(i);
        weight.putScalar(i, value + h);
        double above = network.loss(X, Y);
        weight.putScalar(i, value - h);
        double below = network.loss(X, Y);
        weight.putScalar(i, value);
        return (above - below) / (2 * h);
    }
}
