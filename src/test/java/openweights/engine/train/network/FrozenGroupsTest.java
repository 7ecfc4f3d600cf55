package openweights.engine.train.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import openweights.engine.math.kernel.PlainTiledOps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Freezing a group costs the others nothing: their gradients stay equal to the bit. */
class FrozenGroupsTest {

    private static final NetworkConfig SHAPE =
            new NetworkConfig(11, 24, 20, 2, 4, 2, 64, 1e-5, 100);
    private static final float UNTOUCHED = 7;

    private final Random random = new Random(3);
    private final Parameters parameters = new Parameters(SHAPE);
    private final float[] weights = weights();
    private final MicroBatch chunk =
            MicroBatch.of(
                    List.of(random.ints(41, 0, 11).toArray(), random.ints(9, 0, 11).toArray()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model.layers.0.self_attn.v_proj.weight",
                "model.layers.1.self_attn.o_proj.weight",
                "model.layers.1.mlp.up_proj.weight",
                "model.layers.0.mlp.down_proj.weight",
                "model.layers.0.input_layernorm.weight",
                "model.embed_tokens.weight",
                "model.norm.weight"
            })
    void onlyTheGroupThatLearnsGetsItsGradient(String name) {
        List<Parameter> groups = parameters.groupsOf(List.of(tensor(name)));
        assertEquals(1, groups.size());
        float[] all = gradient(parameters.groups());
        float[] one = gradient(groups);
        Parameter group = groups.get(0);
        for (int i = 0; i < one.length; i++) {
            boolean learns = group.at() <= i && i < group.end();
            assertEquals(learns ? all[i] : UNTOUCHED, one[i], "number " + i);
        }
    }

    @Test
    void tensorsThatShareStripsAreOneGroup() {
        String attention = "model.layers.1.self_attn.";
        List<Parameter> tensors =
                List.of(
                        tensor(attention + "q_proj.weight"),
                        tensor(attention + "v_proj.weight"),
                        tensor(attention + "o_proj.weight"));
        assertEquals(
                List.of(attention + "q_proj|k_proj|v_proj", attention + "o_proj.weight"),
                parameters.groupsOf(tensors).stream().map(Parameter::name).toList());
    }

    private float[] gradient(List<Parameter> learning) {
        Network network = new Network(SHAPE, parameters, Set.copyOf(learning), new PlainTiledOps());
        float[] gradient = new float[parameters.size()];
        Arrays.fill(gradient, UNTOUCHED);
        network.learn(weights, chunk, 1f / chunk.tokens(), gradient);
        return gradient;
    }

    private Parameter tensor(String name) {
        return parameters.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private float[] weights() {
        float[] numbers = new float[parameters.size()];
        for (Parameter group : parameters.groups()) {
            for (int row = 0; row < group.rows(); row++) {
                for (int column = 0; column < group.columns(); column++) {
                    numbers[group.index(row, column)] = 0.5f * (float) random.nextGaussian();
                }
            }
        }
        return numbers;
    }
}
