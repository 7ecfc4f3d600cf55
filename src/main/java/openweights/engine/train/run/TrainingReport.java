package openweights.engine.train.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import openweights.base.Terminal;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.train.StepResult;

/**
 * Shows the progress of a run: one line that is rewritten on a terminal, else a line every few
 * seconds.
 */
public final class TrainingReport implements RunListener {

    private static final long TERMINAL_NANOS = 500_000_000L;
    private static final long LOG_NANOS = 15_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private int lastStep;
    private int resumedAt = -1; // steps taken before this process
    private long started; // System.nanoTime()
    private long shown; // likewise
    private long tokens;
    private double smoothedLoss = Double.NaN;

    public TrainingReport(PrintWriter out) {
        this(out, Terminal.isThere());
    }

    TrainingReport(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void start(Run run, Backend backend) {
        print(
                "%s: %,d weights, %,d steps of %d stories, on %s, in %s",
                run.recipe().name(),
                run.trainer().parameters().count(),
                run.recipe().training().steps(),
                run.recipe().training().batchStories(),
                backend.name(),
                run.folder().path());
        Kernels.advice().ifPresent(out::println);
        if (run.step() > 0) {
            print("Resuming after step %,d.", run.step());
        }
        start(run.recipe().training().steps());
    }

    /** Starts the clock for a run up to a step. */
    public void start(int step) {
        lastStep = step;
        started = System.nanoTime();
        shown = started;
    }

    @Override
    public void stepped(StepResult result) {
        tokens += result.tokens();
        resumedAt = resumedAt < 0 ? result.step() - 1 : resumedAt;
        smoothedLoss =
                Double.isNaN(smoothedLoss)
                        ? result.loss()
                        : 0.95 * smoothedLoss + 0.05 * result.loss();
        long now = System.nanoTime();
        if (now - shown > (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            shown = now;
            rewrite(
                    format(
                            "step %,d of %,d, loss %.4f, %,.0f tokens/s, %s left",
                            result.step(),
                            lastStep,
                            smoothedLoss,
                            tokens / ((now - started) / 1e9),
                            timeLeft(result.step(), now)));
        }
    }

    private String timeLeft(int step, long now) {
        double nanosPerStep = (now - started) / (double) (step - resumedAt);
        Duration left = Duration.ofNanos((long) (nanosPerStep * (lastStep - step)));
        return left.toMinutes() > 0
                ? format("%d min %02d s", left.toMinutes(), left.toSecondsPart())
                : left.toSeconds() + " s";
    }

    private void rewrite(String text) {
        if (terminal) {
            out.print("\r" + text + "\033[K");
        } else {
            out.println(text);
        }
        out.flush();
    }

    @Override
    public void validated(int step, ExcessLoss excess) {
        print(
                "step %,d: validation %.4f nats/token, %.2f nats/story, entropy %.2f: %.2f %% above",
                step,
                excess.loss(),
                excess.natsPerStory(),
                excess.entropyPerStory(),
                100 * excess.share());
    }

    @Override
    public void saved(int step, Path file, String sha256) {
        print("step %,d: %s, SHA-256 %s", step, file.getFileName(), sha256);
    }

    public void end(Run run, boolean finished) {
        double seconds = (System.nanoTime() - started) / 1e9;
        if (finished) {
            print(
                    "Done: %s, %,.0f s, %,.0f tokens/s.",
                    run.folder().path(), seconds, tokens / seconds);
        } else {
            print("Interrupted after step %,d. The same command resumes there.", run.step());
        }
    }

    private void print(String pattern, Object... values) {
        out.println((terminal ? "\r\033[K" : "") + format(pattern, values));
        out.flush();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
