package openweights.grading.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import openweights.base.Sha256;

/**
 * A notebook that a student submitted.
 *
 * @param student the name by which reports call the student
 * @param note why this file counts, if the student has others; else empty
 */
public record Submission(String student, Path file, String note) {

    public Submission(String student, Path file) {
        this(student, file, "");
    }

    /**
     * The file's bytes.
     *
     * @throws UnreadableSubmission if it is not a regular file, or too large
     */
    public byte[] content() throws UnreadableSubmission {
        return SubmittedNotebook.bytes(file);
    }

    /** SHA-256 of the file; of no bytes if it is not a regular file, empty if it is unreadable. */
    public String hash() {
        try {
            byte[] content =
                    Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            ? Files.readAllBytes(file)
                            : new byte[0];
            return Sha256.of(content);
        } catch (IOException e) {
            return "";
        }
    }
}
