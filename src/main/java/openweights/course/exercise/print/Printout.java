package openweights.course.exercise.print;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.PrivateFile;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import org.jspecify.annotations.Nullable;

/**
 * An exercise on paper, as a file.
 *
 * @param page the page of HTML
 */
public record Printout(Path page) {

    /**
     * Writes an exercise, or its key.
     *
     * @param out the file; null for one that is named after the exercise, in this folder
     */
    public static Printout write(
            Exercise exercise, boolean key, PrintedExercise.Paper paper, @Nullable Path out)
            throws IOException {
        String usual = exercise.id() + (key ? "-solution" : "") + ".html";
        Path page = out == null ? Path.of(usual) : out;
        PrivateFile.write(page, PrintedExercise.html(exercise, key, paper));
        return new Printout(page);
    }

    /**
     * The same as PDF, beside the page.
     *
     * @throws UserException if there is no Chromium, or it fails
     */
    public Path pdf() throws IOException {
        Path printed = Path.of(page.toString().replaceFirst("(\\.html?)?$", ".pdf"));
        Pdf.print(page, printed);
        return printed;
    }
}
