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
 * The training log: comma-separated values, a line every {@value #EVERY} steps. It holds no times,
 * so that two runs of a recipe write the same bytes.
 */
final class TrainingLog implements AutoCloseable {

    static final int EVERY = 10;

    private static final String HEADER =
            "step,tokens,loss,learning_rate,gradient_norm,validation_loss\n";

    private final FileChannel file;
    private double losses;
    private int steps;

    /**
     * @param length how much of an older log counts; what follows is cut off
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
     * @param tokens how many were learned from since the beginning
     * @param validation the loss on validation stories, or NaN if it was not measured
     */
    void add(StepResult progress, long tokens, double validation) throws IOException {
        losses += progress.loss();
        steps++;
        if (progress.step() % EVERY == 0 || !Double.isNaN(validation)) {
            write(
                    String.format(
                            Locale.ROOT,
                            "%d,%d,%.5f,%.3e,%.4f,%s\n",
                            progress.step(),
                            tokens,
                            losses / steps,
                            progress.rate(),
                            progress.gradientNorm(),
                            Double.isNaN(validation)
                                    ? ""
                                    : String.format(Locale.ROOT, "%.5f", validation)));
            losses = 0;
            steps = 0;
        }
    }

    /** True if every step is in a line; only then can a later process go on with it. */
    boolean isComplete() {
        return steps == 0;
    }

    /** Its length now; everything up to there is in the file. */
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
