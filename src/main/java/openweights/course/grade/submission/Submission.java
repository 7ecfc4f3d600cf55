package openweights.course.grade.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
