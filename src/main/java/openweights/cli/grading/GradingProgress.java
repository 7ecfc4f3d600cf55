package openweights.cli.grading;

import java.io.PrintWriter;
import java.util.function.Consumer;
import openweights.grading.result.Result;

/** Says how a batch goes: a line for each submission, and how quickly it went at the end. */
final class GradingProgress implements Consumer<Result> {

    private final int total;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private int done;
    private int repaired;

    GradingProgress(int total, PrintWriter out) {
        this.total = total;
        this.out = out;
    }

    @Override
    public void accept(Result result) {
        done++;
        repaired += result.repairs().isEmpty() ? 0 : 1;
        out.printf(
                "%d/%d %s: %d of %d (%s)%s%n",
                done,
                total,
                printable(result.student()),
                result.points(),
                result.max(),
                GradingContext.points(result),
                result.isOpen() ? ", no test can decide" : "");
    }

    void summary(PrintWriter to) {
        double minutes = (System.nanoTime() - start) / 6e10;
        if (done > 0) {
            to.printf(
                    "%d graded, %.0f a minute; notebooks that were repaired: %d%n",
                    done, done / minutes, repaired);
        }
    }

    static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
