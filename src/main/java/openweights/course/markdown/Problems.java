package openweights.course.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Collects the problems of one file, so that an author sees all of them at once. */
public final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    /**
     * @param file path in the project
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

    /** Passes each problem to the consumer, in the order of their lines. */
    public void forEach(Consumer<Problem> consumer) {
        found.sort(Comparator.comparingInt(Problem::line));
        found.forEach(consumer);
    }

    /**
     * Throws the exception that the function makes of the problems, in the order of their lines, if
     * there are any.
     */
    public <E extends RuntimeException> void raise(Function<List<Problem>, E> exception) {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(Problem::line));
            throw exception.apply(found);
        }
    }
}
