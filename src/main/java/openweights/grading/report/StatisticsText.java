package openweights.grading.report;

import java.io.PrintWriter;
import java.util.Locale;
import openweights.base.Count;
import openweights.grading.report.Statistics.Item;

/** Statistics of an exercise's tests as a table for a terminal. */
public final class StatisticsText {

    private StatisticsText() {}

    /** How many results are left out, after the numbers; empty if all count. */
    static String leftOut(Statistics statistics) {
        return statistics.open() == 0
                ? ""
                : "; left out: %s in need of review"
                        .formatted(Count.of(statistics.open(), "result"));
    }

    /** Prints a line for the class and one per test. */
    public static void print(Statistics statistics, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, mean %.2f points, standard deviation %.2f%s%n%n",
                Count.of(statistics.students(), "student"),
                statistics.mean(),
                statistics.deviation(),
                leftOut(statistics));
        out.printf("%-48s %7s %15s  %s%n", "test", "passed", "discrimination", "verdicts");
        for (Item item : statistics.items()) {
            out.printf(
                    Locale.ROOT,
                    "%-48s %6.0f%% %15s  %s%n",
                    item.question() + " " + item.test(),
                    100 * item.passed(),
                    StatisticsPage.number(item.discrimination()),
                    item.verdicts());
        }
    }
}
