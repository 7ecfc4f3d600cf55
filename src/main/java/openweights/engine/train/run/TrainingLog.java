package openweights.engine.train.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import openweights.engine.train.StepResult;

/**
 * The training log: comma-separated values, a line every {@value #EVERY} steps. It contains no
 * times, so that two runs of a recipe write the same bytes.
 */
final class TrainingLog implements AutoCloseable {

    static final int EVERY = 10;

    private static final String HEADER =
            "step,tokens,loss,learning_rate,gradient_norm,validation_loss\n";

    private final FileChannel file;
    private double losses;
    private int steps;

    /**
     * @param length how much of an existing log is valid; the rest is cut off
     */
    TrainingLog(Path path, long length) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(length);
        file.position(length);
        if (length == 0) {
            write(HEADER);
        }
    }

    /**
     * @param tokens how many tokens the weights were trained on so far
     * @param validation the validation loss, or NaN if it was not measured
     */
    void add(StepResult result, long tokens, double validation) throws IOException {
        losses += result.loss();
        steps++;
        if (result.step() % EVERY == 0 || !Double.isNaN(validation)) {
            write(
                    String.format(
                            Locale.ROOT,
                            "%d,%d,%.5f,%.3e,%.4f,%s\n",
                            result.step(),
                            tokens,
                            losses / steps,
                            result.rate(),
                            result.gradientNorm(),
                            Double.isNaN(validation)
                                    ? ""
                                    : String.format(Locale.ROOT, "%.5f", validation)));
            losses = 0;
            steps = 0;
        }
    }

    /** True if every step has been written; only then can a later process continue the log. */
    boolean isComplete() {
        return steps == 0;
    }

    /** The current length; everything up to it has been forced to the disk. */
    long length() throws IOException {
        file.force(false);
        return file.position();
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
