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
    private final List<String> open = new ArrayList<>();
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
        if (result.isOpen()) {
            open.add(result.student());
        }
        System.err.printf(
                "%d/%d %s: %d of %d (%s)%s%n",
                done,
                total,
                result.student().replaceAll("\\p{Cntrl}", "?"),
                result.points(),
                result.max(),
                GradingDesk.points(result),
                result.isOpen() ? " OPEN" : "");
    }

    boolean mustBeLookedAt() {
        return !open.isEmpty();
    }

    void summary(Path results) {
        double minutes = (System.nanoTime() - start) / 6e10;
        System.out.printf(
                "%d graded, %.0f a minute; %d notebooks were repaired; results: %s%n",
                done, done == 0 ? 0 : done / minutes, repaired, results);
        if (!open.isEmpty()) {
            System.out.printf(
                    "%d must be looked at: %s%n",
                    open.size(),
                    String.join(", ", open.subList(0, Math.min(MOST_NAMED, open.size()))));
        }
    }
}
