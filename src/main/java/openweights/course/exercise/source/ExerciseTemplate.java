package openweights.course.exercise.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Creates a small, complete exercise for its author to change. */
public final class ExerciseTemplate {

    /** Maps each file of the exercise to its template. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("exercise.md", "exercise.md");
        FILES.put("tests/visible/HalfTest.java", "HalfTest.java");
        FILES.put("tests/hidden/HalfOfOthersTest.java", "HalfOfOthersTest.java");
        FILES.put("wrong/always-three.java", "always-three.java");
        FILES.put("wrong/doubles.java", "doubles.java");
    }

    private ExerciseTemplate() {}

    /**
     * Writes the files of a new exercise.
     *
     * @param folder the new folder; its name is the exercise's id
     * @param lesson slug of the lesson to which it belongs; empty for none
     * @throws FileAlreadyExistsException if the folder exists
     */
    public static void write(Path folder, Optional<String> lesson, String title)
            throws IOException {
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(
                    folder
                            + " already exists. Choose another name, or edit the existing exercise.");
        }
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            String text = read(file.getValue());
            String where =
                    lesson.map(
                                    ", and in which [lesson](../../lessons/%s.md) it was taught"
                                            ::formatted)
                            .orElse("");
            Files.writeString(target, text.replace("TITLE", title).replace("LESSON", where));
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream in = ExerciseTemplate.class.getResourceAsStream("template/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
