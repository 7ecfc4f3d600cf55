package openweights.grading.report;

import java.io.PrintWriter;
import java.util.List;
import openweights.base.TerminalText;
import openweights.grading.result.GradingFolder;
import openweights.grading.score.Grade;

/** Prints whose points are not final, and what to do about it. */
public final class ReviewNotice {

    private static final int MAX_NAMED = 20;

    private ReviewNotice() {}

    /** Prints nothing if there are no such grades. */
    public static void print(List<Grade> open, GradingFolder folder, PrintWriter out) {
        for (Grade each : open.subList(0, Math.min(MAX_NAMED, open.size()))) {
            out.printf(
                    "needs review: %s, %s: %s (%s)%n",
                    TerminalText.printable(each.student()),
                    String.join(", ", each.openQuestions()),
                    each.openReason(),
                    each.result().file());
        }
        if (open.size() > MAX_NAMED) {
            out.printf("and %d more%n", open.size() - MAX_NAMED);
        }
        if (!open.isEmpty()) {
            out.println("Give points by hand: " + folder.command("review"));
        }
    }
}
