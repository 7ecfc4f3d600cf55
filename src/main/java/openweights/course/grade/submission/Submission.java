package openweights.course.grade.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import openweights.files.Digests;

/**
 * A notebook that a student handed in.
 *
 * @param student as reports call the student
 */
public record Submission(String student, Path file) {

    /** SHA-256 of the file; of nothing if it is no regular file, empty if it cannot be read. */
    public String hash() {
        try {
            byte[] content =
                    Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            ? Files.readAllBytes(file)
                            : new byte[0];
            return Digests.sha256(content);
        } catch (IOException e) {
            return "";
        }
    }
}
