package openweights.course.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Collects what is wrong with one file, so that an author hears of everything at once. */
public final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    /**
     * @param file as authors name it
     */
    public Problems(String file) {
        this.file = file;
    }

    /**
     * @param line counted from 1
     */
    public void add(int line, String message) {
        found.add(new Problem(file, line, message));
    }

    /** Hands each on, in the order of their lines. */
    public void forEach(Consumer<Problem> taker) {
        found.sort(Comparator.comparingInt(Problem::line));
        found.forEach(taker);
    }

    /**
     * Throws what the function makes of the problems, in the order of their lines, if there are
     * any.
     */
    public <E extends RuntimeException> void raise(Function<List<Problem>, E> exception) {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(Problem::line));
            throw exception.apply(found);
        }
    }
}
