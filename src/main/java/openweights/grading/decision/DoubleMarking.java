package openweights.grading.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import openweights.base.Json;
import openweights.base.Sha256;
import openweights.base.SmallFile;
import openweights.base.UserException;

/**
 * Two graders mark every submission, or those of a sample of the students, each without seeing what
 * the other one says, {@code double.yaml}:
 *
 * <pre>{@code
 * differ: 0.5   # points for a question; up to this the mean counts
 * share: 0.2    # of the students; without this line, all
 * }</pre>
 *
 * <p>Who is in the sample follows from names and nothing else: it is the same on every machine and
 * at any time, and nobody who hands in later changes it for the others.
 *
 * @param differ by how many points two marks of a question may differ before somebody must settle
 *     it
 * @param share of the students, above 0 and up to 1
 * @param draw what makes this sample another one than the next exercise's, such as its name
 */
public record DoubleMarking(double differ, double share, String draw) {

    /** How many graders mark each submission. */
    public static final int GRADERS = 2;

    /** Hexadecimal digits of a hash that make a student's lot. */
    private static final int DIGITS = 8;

    private static final double LOTS = Math.pow(16, DIGITS);

    /** Whether two graders mark this student's submissions. */
    public boolean covers(String student) {
        String hash = Sha256.of(draw + "\n" + student);
        return Long.parseLong(hash.substring(0, DIGITS), 16) < share * LOTS;
    }

    /**
     * Reads the setting; without the file, submissions are marked once.
     *
     * @throws UserException if the file says something else; the message says what it can say
     */
    public static Optional<DoubleMarking> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode yaml = Json.readYaml(file.toString(), SmallFile.text(file), JsonNode.class);
        JsonNode differ = yaml.path("differ");
        JsonNode share = yaml.path("share");
        boolean known = yaml.size() == (share.isMissingNode() ? 1 : 2);
        if (!known || !differ.isNumber() || !(differ.asDouble() >= 0)) {
            throw new UserException(
                    "%s: it must say by how many points two marks may differ, such as differ: 0.5, and may say for which share of the students, such as share: 0.2; nothing else"
                            .formatted(file));
        }
        if (!share.isMissingNode()
                && !(share.isNumber() && share.asDouble() > 0 && share.asDouble() <= 1)) {
            throw new UserException(
                    "%s: share is %s, but must be a number above 0 and up to 1; 0.2 is every fifth student"
                            .formatted(file, share));
        }
        Path exercise = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return Optional.of(
                new DoubleMarking(
                        differ.asDouble(), share.asDouble(1), "" + exercise.getFileName()));
    }
}
