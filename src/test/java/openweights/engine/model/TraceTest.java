package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.engine.model.layer.ActivationHook;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final int[] IDS = {3, 8, 21, 34};

    private final Model model = Model.open(Expected.MODELS.resolve("llama"));

    private Trace trace(Model model) {
        Trace trace = new Trace();
        model.forward(IDS, model.newState(), trace);
        return trace;
    }

    @Test
    void seesAllActivationsInOrder() {
        List<String> layer =
                List.of(
                        "attention.norm",
                        "attention.q",
                        "attention.k",
                        "attention.v",
                        "attention.q.turned",
                        "attention.k.turned",
                        "attention.weights",
                        "attention.mixed",
                        "attention.output",
                        "middle",
                        "mlp.norm",
                        "mlp.gate",
                        "mlp.up",
                        "mlp.inner",
                        "mlp.output",
                        "output");
        List<String> expected = new ArrayList<>(List.of("embedding"));
        for (int i = 0; i < 2; i++) {
            for (String name : layer) {
                expected.add("layers." + i + "." + name);
            }
        }
        expected.addAll(List.of("norm", "logits"));
        assertEquals(expected, List.copyOf(trace(model).names()));
    }

    @Test
    void changesNothing() {
        Trace trace = trace(model);
        float[] quiet = model.forward(IDS, model.newState());
        assertArrayEquals(quiet, trace.get("logits")[0], 0);
    }

    @Test
    void addsUp() {
        Trace trace = trace(model);
        float[][] before = trace.get("embedding");
        float[][] attention = trace.get("layers.0.attention.output");
        float[][] middle = trace.get("layers.0.middle");
        assertEquals(before[2][5] + attention[2][5], middle[2][5]);
    }

    @Test
    void showsAttentionWeights() {
        for (int head = 0; head < 4; head++) {
            float[][] weights = trace(model).attention(1, head);
            assertEquals(IDS.length, weights.length);
            for (int t = 0; t < weights.length; t++) {
                double sum = 0;
                for (float weight : weights[t]) {
                    sum += weight;
                }
                assertEquals(1, sum, 1e-6);
                for (int later = t + 1; later < weights.length; later++) {
                    assertEquals(0, weights[t][later]);
                }
            }
        }
        assertFalse(
                Arrays.equals(trace(model).attention(1, 0)[3], trace(model).attention(1, 1)[3]));
    }

    @Test
    void showsTheValuesThatAHeadMixes() {
        Trace trace = trace(model);
        int size = model.config().dimensions().headSize();
        float[][] weights = trace.attention(0, 3); // asks the second key/value head
        float[][] values = trace.get("layers.0.attention.v");
        float sum = 0;
        for (int t = 0; t < IDS.length; t++) {
            sum += weights[3][t] * values[t][size + 2];
        }
        assertEquals(sum, trace.get("layers.0.attention.mixed")[3][3 * size + 2], 1e-6);
    }

    @Test
    void showsTheRouterOfExperts() {
        float[][] router =
                trace(Model.open(Expected.MODELS.resolve("mixtral"))).get("layers.0.mlp.router");
        assertEquals(4, router[0].length);
    }

    @Test
    void logitLensOfTheLastLayerGivesTheLogits() {
        Trace trace = trace(model);
        float[] last = trace.get("layers.1.output")[IDS.length - 1];
        assertArrayEquals(trace.get("logits")[0], model.logitLens(last), 0);
    }

    @Test
    void letsAHookChangeThePass() {
        float[] quiet = model.forward(IDS, model.newState());
        ActivationHook cut =
                (name, rows) -> {
                    if (name.equals("layers.0.mlp.output")) {
                        rows.set(IDS.length - 1, 4, rows.get(IDS.length - 1, 4) + 1);
                    }
                };
        float[] changed = model.forward(IDS, model.newState(), cut);
        assertFalse(Arrays.equals(quiet, changed));
    }

    @Test
    void listsTheNamesOfActivations() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> trace(model).get("layers.9.q"))
                        .getMessage();
        assertTrue(
                message.startsWith(
                        "There is no activation \"layers.9.q\". There are: embedding, "));
    }
}
