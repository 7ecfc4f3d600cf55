package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import openweights.engine.math.Backend;
import openweights.engine.math.thread.Pool;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.ActivationHook;
import openweights.engine.model.layer.Tensors;
import openweights.engine.view.TensorSource;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.SafetensorsException;
import openweights.engine.weights.SafetensorsWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of weights is truncated while a model reads it through a mapping. */
class CutFileTest {

    /** Often enough that loops are interpreted in some passes and compiled in others. */
    private static final int PASSES = 20;

    @TempDir Path folder;
    private Pool pool;

    @AfterEach
    void closePool() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void isReportedAndNeverComputedWith(int threads) throws IOException {
        pool = new Pool(threads);
        int clear = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            Path copy = write(Files.createDirectory(folder.resolve("" + pass)));
            try {
                Throwable told = whatIsReported(copy);
                assertTrue(
                        told.getMessage().contains("the file changed since it was opened"),
                        told.toString());
                clear++;
            } catch (InternalError late) {
                // The JVM's own report. On a busy machine, it rarely delays some of them.
            }
            assertEquals(100, countOnThePool());
        }
        assertTrue(clear >= PASSES / 2, clear + " of " + PASSES + " were reported clearly");
    }

    private Throwable whatIsReported(Path copy) throws IOException {
        Model model = mapped(copy);
        State state = model.newState();
        readWhole(model, state);
        int[] four = {4};
        try {
            model.forward(four, state, cut(copy));
        } catch (SafetensorsException told) {
            return told;
        }
        return fail("the model computed with it");
    }

    /** A delayed report about the previous file may still arrive; it says what to do. */
    private static void readWhole(Model model, State state) {
        try {
            model.forward(3, state);
        } catch (ModelException late) {
            assertTrue(late.getMessage().endsWith("run the computation again."), late.toString());
            model.forward(3, state);
        }
    }

    private static ActivationHook cut(Path copy) {
        return (name, rows) -> {
            if (name.equals("layers.0.output")) {
                try (RandomAccessFile file = new RandomAccessFile(weights(copy).toFile(), "rw")) {
                    file.setLength(file.length() / 100);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** The threads still work. */
    private int countOnThePool() {
        AtomicInteger count = new AtomicInteger();
        pool.each(100, 1, (from, to) -> count.addAndGet(to - from));
        return count.get();
    }

    private Model mapped(Path copy) throws IOException {
        Backend backend = new Backend(Backend.best().kernel(), pool);
        Tensors tensors =
                new StoredTensors(
                        TensorSource.of(Checkpoint.open(copy)), backend, Precision.STORED, false);
        return new Model(Config.read(copy), tensors, backend);
    }

    private static Path write(Path copy) throws IOException {
        Copies.copy("llama", copy);
        Copies.changeConfig(copy, config -> config.put("vocab_size", 20_000));
        Random random = new Random(1);
        SafetensorsWriter writer = new SafetensorsWriter();
        Map<String, List<Long>> shapes = TensorManifest.of(Config.read(copy)).shapes();
        shapes.forEach(
                (name, shape) -> {
                    long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
                    float[] numbers =
                            new float[(int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = random.nextFloat() - 0.5f;
                    }
                    writer.put(name, sizes, numbers);
                });
        writer.write(weights(copy));
        return copy;
    }

    private static Path weights(Path copy) {
        return copy.resolve("model.safetensors");
    }
}
