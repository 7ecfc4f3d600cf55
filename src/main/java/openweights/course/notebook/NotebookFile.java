package openweights.course.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Notebook files: from disk and back, to the byte as Jupyter saves them. */
public final class NotebookFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private NotebookFile() {}

    /**
     * Reads a notebook of any nbformat 4; cells from before 4.5 get ids by their position.
     *
     * @throws NotebookException if the file holds something else
     */
    public static Notebook read(Path file) throws IOException {
        return parse(Files.readString(file), file.getFileName().toString());
    }

    /**
     * Writes a notebook; a reader sees the old file or the new one, never a part.
     *
     * @throws IOException if the folder cannot be made or written
     */
    public static void write(Notebook notebook, Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            Files.writeString(draft, text(notebook));
            draft.toFile().setReadable(true, false);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The file's text: keys sorted, one space of indentation, UTF-8 unescaped, a final newline. */
    public static String text(Notebook notebook) {
        return JsonText.of(NotebookJson.write(notebook)) + "\n";
    }

    /**
     * Reads a notebook from the text of a file.
     *
     * @param name the file's name, for messages
     */
    public static Notebook parse(String text, String name) {
        try {
            JsonNode tree = JSON.readTree(text);
            return NotebookJson.read(tree);
        } catch (JsonProcessingException e) {
            throw new NotebookException(
                    name
                            + ":"
                            + e.getLocation().getLineNr()
                            + ": not a notebook, as it is not JSON ("
                            + e.getOriginalMessage()
                            + "). The file is probably cut off or was merged by hand; restore it.");
        } catch (NotebookException e) {
            throw new NotebookException(name + ": " + e.getMessage());
        }
    }
}
