package openweights.grading.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openweights.base.Json;
import openweights.base.SmallFile;
import openweights.base.UserException;

/**
 * Two graders mark every submission, each without seeing what the other one says, {@code
 * double.yaml}:
 *
 * <pre>{@code
 * differ: 0.5   # points for a question; up to this the mean counts
 * }</pre>
 *
 * @param differ by how many points two marks of a question may differ before somebody must settle
 *     it
 */
public record DoubleMarking(double differ) {

    /** How many graders mark each submission. */
    public static final int GRADERS = 2;

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
        if (yaml.size() != 1 || !differ.isNumber() || !(differ.asDouble() >= 0)) {
            throw new UserException(
                    "%s: it must say by how many points two marks may differ, and nothing else, such as differ: 0.5"
                            .formatted(file));
        }
        return Optional.of(new DoubleMarking(differ.asDouble()));
    }
}
