package openweights.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import openweights.course.grade.Result;

/** Says how a batch goes: a line for each submission, and a summary at the end. */
final class GradingProgress implements Consumer<Result> {

    private static final int MOST_NAMED = 20;

    private final int total;
    private final List<Result> open = new ArrayList<>();
    private final long start = System.nanoTime();
    private int done;
    private int repaired;

    GradingProgress(int total) {
        this.total = total;
    }

    @Override
    public void accept(Result result) {
        done++;
        repaired += result.repairs().isEmpty() ? 0 : 1;
        open(result);
        System.err.printf(
                "%d/%d %s: %d of %d (%s)%s%n",
                done,
                total,
                printable(result.student()),
                result.points(),
                result.max(),
                GradingDesk.points(result),
                result.isOpen() ? ", must be looked at" : "");
    }

    /** Takes a result that was there before, as far as somebody must look at it. */
    void open(Result result) {
        if (result.isOpen()) {
            open.add(result);
        }
    }

    boolean mustBeLookedAt() {
        return !open.isEmpty();
    }

    void summary(String exercise, Path results) {
        double minutes = (System.nanoTime() - start) / 6e10;
        if (done > 0) {
            System.out.printf(
                    "%d graded, %.0f a minute; notebooks that were repaired: %d%n",
                    done, done / minutes, repaired);
        }
        System.out.println("results: " + results);
        for (Result each : open.subList(0, Math.min(MOST_NAMED, open.size()))) {
            System.out.printf(
                    "must be looked at: %s: %s (%s)%n",
                    printable(each.student()), why(each), each.file());
        }
        if (open.size() > MOST_NAMED) {
            System.out.printf("and %d more%n", open.size() - MOST_NAMED);
        }
        if (!open.isEmpty()) {
            System.out.printf("Give points by hand: ./course review %s%n", exercise);
        }
    }

    private static String why(Result result) {
        return result.tests().stream()
                .filter(test -> test.verdict().isOpen())
                .map(test -> test.message().lines().findFirst().orElse(test.verdict().words()))
                .findFirst()
                .orElse("");
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
