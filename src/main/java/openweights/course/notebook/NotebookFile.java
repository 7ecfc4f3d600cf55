package openweights.course.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.AtomicFile;
import openweights.base.Json;
import openweights.base.JsonException;

/** Reads and writes notebook files, byte for byte as Jupyter saves them. */
public final class NotebookFile {

    private NotebookFile() {}

    /**
     * Reads a notebook in any version of nbformat 4; cells from before 4.5 get ids from their
     * position.
     *
     * @throws NotebookException if the file is something else
     */
    public static Notebook read(Path file) throws IOException {
        return parse(Files.readString(file), file.getFileName().toString());
    }

    /**
     * Writes a notebook atomically, and creates its folder if necessary.
     *
     * @throws IOException if the folder cannot be created or written
     */
    public static void write(Notebook notebook, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, text(notebook));
    }

    /** The file's text: keys sorted, one space of indentation, UTF-8 unescaped, a final newline. */
    public static String text(Notebook notebook) {
        return JsonText.of(NotebookJson.write(notebook)) + "\n";
    }

    /**
     * Parses the text of a notebook file. Programs in Python, such as papermill with a parameter
     * that is not a number, write NaN into its metadata.
     *
     * @param name the file's name, for messages
     */
    public static Notebook parse(String text, String name) {
        try {
            return NotebookJson.read(Json.readTextWithNaN(name, text));
        } catch (JsonException e) {
            throw new NotebookException(
                    String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
                            + ". The notebook is probably truncated or was merged by hand; restore it.");
        } catch (NotebookException e) {
            throw new NotebookException(name + ": " + e.getMessage());
        }
    }
}
