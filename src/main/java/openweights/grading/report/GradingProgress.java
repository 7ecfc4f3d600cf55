package openweights.grading.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import openweights.base.TerminalText;
import openweights.grading.result.Result;

/** Prints a line for each submission while a batch is graded, and the speed at the end. */
public final class GradingProgress implements Consumer<Result> {

    private final int total;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private int done;
    private int remarked;

    public GradingProgress(int total, PrintWriter out) {
        this.total = total;
        this.out = out;
    }

    @Override
    public void accept(Result result) {
        done++;
        remarked += result.repairs().isEmpty() ? 0 : 1;
        out.printf(
                "%d/%d %s: %d of %d (%s)%s%n",
                done,
                total,
                TerminalText.printable(result.student()),
                result.points(),
                result.max(),
                points(result),
                result.isOpen() ? ", needs review" : "");
    }

    /** Points by question, such as {@code q1 2/2, q2 0/1}. */
    private static String points(Result result) {
        return result.questions().stream()
                .map(q -> "%s %d/%d".formatted(q, result.points(q), result.max(q)))
                .collect(Collectors.joining(", "));
    }

    public void summary(PrintWriter to) {
        double minutes = (System.nanoTime() - start) / 6e10;
        if (done > 0) {
            to.printf(
                    Locale.ROOT,
                    "%d graded, %.0f per minute; notebooks with remarks: %d%n",
                    done,
                    done / minutes,
                    remarked);
        }
    }
}
