package openweights.engine.train.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints how a reproduction goes, link by link.
 *
 * @param again the folder of the new run
 */
public record ReproductionText(Path again, PrintWriter out) {

    /** Prints one link of the chain. */
    public void link(HashLink link) {
        if (link.isSame()) {
            line("same       %-26s %s", link.name(), link.found());
        } else {
            line("DIFFERENT  %s", link.name());
            line("           expected %s", link.expected());
            line("           found    %s", link.found());
        }
    }

    /**
     * Prints how it ended.
     *
     * @param last the step up to which it went
     * @param steps of the recipe
     */
    public void outcome(Reproduction.Outcome outcome, int last, int steps) {
        switch (outcome) {
            case SAME -> {
                if (last == steps) {
                    line("Reproduced: the same bytes from the recipe to the weights.");
                } else {
                    line("The same bytes up to step %,d of %,d.", last, steps);
                }
                line("The new run in %s is no longer needed; you may delete it.", again);
            }
            case DIFFERENT -> line("Not reproduced: the link above is the first that differs.");
            case INTERRUPTED -> line("Interrupted. The same command resumes there.");
        }
    }

    private void line(String pattern, Object... values) {
        out.println(String.format(Locale.ROOT, pattern, values));
        out.flush();
    }
}
