package openweights.cli.engine;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import openweights.cli.Terminal;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.train.StepResult;
import openweights.engine.train.run.ExcessLoss;
import openweights.engine.train.run.Run;
import openweights.engine.train.run.RunListener;

/** Tells on the terminal how a run goes: one line that changes, in a log a line now and then. */
final class TrainingReport implements RunListener {

    private static final long TERMINAL_NANOS = 500_000_000L;
    private static final long LOG_NANOS = 15_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal = Terminal.isThere();
    private int steps;
    private int first = -1; // steps taken before this process
    private long begun;
    private long shown;
    private long tokens;
    private double loss = Double.NaN;

    TrainingReport(PrintWriter out) {
        this.out = out;
    }

    void begin(Run run, Backend backend) {
        out.printf(
                "%s: %,d weights, %,d steps of %d stories, on %s, in %s%n",
                run.recipe().name(),
                run.learner().parameters().count(),
                run.recipe().training().steps(),
                run.recipe().training().batchStories(),
                backend.name(),
                run.folder().path());
        Kernels.advice().ifPresent(out::println);
        if (run.step() > 0) {
            out.printf("Going on after step %,d.%n", run.step());
        }
        out.flush();
        begin(run.recipe().training().steps());
    }

    /** Begins to measure. */
    void begin(int lastStep) {
        steps = lastStep;
        begun = System.nanoTime();
        shown = begun;
    }

    @Override
    public void stepped(StepResult progress) {
        tokens += progress.tokens();
        first = first < 0 ? progress.step() - 1 : first;
        loss = Double.isNaN(loss) ? progress.loss() : 0.95 * loss + 0.05 * progress.loss();
        long now = System.nanoTime();
        if (now - shown > (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            shown = now;
            line(
                    "step %,d of %,d, loss %.4f, %,.0f tokens/s, %s left",
                    progress.step(),
                    steps,
                    loss,
                    tokens / ((now - begun) / 1e9),
                    left(progress.step(), now));
        }
    }

    private String left(int step, long now) {
        long nanos = (long) ((now - begun) / (double) (step - first) * (steps - step));
        Duration left = Duration.ofNanos(nanos);
        return left.toMinutes() > 0
                ? "%d min %02d s".formatted(left.toMinutes(), left.toSecondsPart())
                : left.toSeconds() + " s";
    }

    private void line(String format, Object... values) {
        String text = format.formatted(values);
        if (terminal) {
            out.print("\r" + text + "\033[K");
        } else {
            out.println(text);
        }
        out.flush();
    }

    @Override
    public void validated(int step, ExcessLoss excess) {
        say(
                "step %,d: validation %.4f nats/token, %.2f nats/story, entropy %.2f: %.2f %% above"
                        .formatted(
                                step,
                                excess.loss(),
                                excess.natsPerStory(),
                                excess.entropyPerStory(),
                                100 * excess.share()));
    }

    @Override
    public void kept(int step, Path file, String sha256) {
        say("step %,d: %s, SHA-256 %s".formatted(step, file.getFileName(), sha256));
    }

    void end(Run run, boolean finished) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        say(
                finished
                        ? "Done: %s, %,.0f s, %,.0f tokens/s."
                                .formatted(run.folder().path(), seconds, tokens / seconds)
                        : "Interrupted after step %,d. The same command goes on from there."
                                .formatted(run.step()));
    }

    private void say(String text) {
        out.println((terminal ? "\r\033[K" : "") + text);
        out.flush();
    }
}
