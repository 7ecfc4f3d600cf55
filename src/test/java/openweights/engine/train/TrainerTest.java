package openweights.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.network.MicroBatch;
import openweights.engine.train.network.Network;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.OptimizerConfig;
import openweights.engine.weights.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The network, its gradient and the optimizer compared with PyTorch in float64 (see
 * src/test/python/train_fixture.py).
 */
class TrainerTest {

    private static final NetworkConfig SHAPE =
            new NetworkConfig(20, 24, 20, 2, 4, 2, 64, 1e-5, 1e4);
    private static final OptimizerConfig SETTINGS =
            new OptimizerConfig(0.01, 0, 0.01, 0.9, 0.95, 1e-8, 0.1, 1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Safetensors file;
    private final Parameters parameters = new Parameters(SHAPE);
    private final List<int[]> texts;

    TrainerTest() throws IOException {
        file = Safetensors.open(Path.of("src/test/resources/train/llama.safetensors"));
        texts = Stream.of(fact("texts", int[][].class)).toList();
    }

    static Stream<Kernel> kernels() {
        return Kernels.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void matchesPyTorchsLossAndGradient(Kernel kernel) throws IOException {
        Network network =
                new Network(SHAPE, parameters, Set.copyOf(parameters.groups()), kernel.tiledOps());
        MicroBatch chunk = MicroBatch.of(texts);
        float[] gradient = new float[parameters.size()];
        double nats = network.learn(numbers("before."), chunk, 1f / chunk.tokens(), gradient);
        assertEquals(fact("losses", double[].class)[0], nats / chunk.tokens(), 2e-6);
        assertClose("gradient.", gradient, 2e-6);
    }

    @Test
    void matchesPyTorchsStepsForAnyNumberOfChunks() throws IOException {
        for (int chunks : new int[] {1, 2, 3, 5}) {
            Trainer learner = learner(chunks, new Backend(Kernels.named("plain"), new Pool(2)));
            for (int step = 0; step < 3; step++) {
                StepResult progress = learner.learn(texts);
                assertEquals(fact("losses", double[].class)[step], progress.loss(), 1e-5);
                assertEquals(fact("norms", double[].class)[step], progress.gradientNorm(), 1e-4);
            }
            assertClose("after.", learner.weights(), 1e-4);
        }
    }

    private Trainer learner(int chunks, Backend backend) throws IOException {
        return new Trainer(SHAPE, parameters, numbers("before."), SETTINGS, 3, chunks, backend);
    }

    private float[] numbers(String prefix) throws IOException {
        float[] all = new float[parameters.size()];
        for (Parameter p : parameters.all()) {
            p.into(all, file.tensor(prefix + p.name()).floats());
        }
        return all;
    }

    private void assertClose(String prefix, float[] found, double tolerance) throws IOException {
        for (Parameter p : parameters.all()) {
            float[] expected = file.tensor(prefix + p.name()).floats();
            float[] own = p.from(found);
            for (int i = 0; i < own.length; i++) {
                double off = Math.abs(own[i] - expected[i]);
                String what = p.name() + "[" + i + "]: " + own[i] + ", expected " + expected[i];
                assertTrue(off <= tolerance, what);
            }
        }
    }

    private <T> T fact(String key, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(file.metadata().get(key), type);
    }
}
