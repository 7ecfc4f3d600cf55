package openweights.grading.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import openweights.base.Json;

/**
 * What Gradescope tells an autograder about a submission, in {@code submission_metadata.json}.
 *
 * @param student by the name that a collected submission of the same student has
 * @param late how long after the due date it came; empty if it was in time, or that is unknown
 */
public record GradescopeSubmission(String student, Optional<Duration> late) {

    /** Reads the file; one that is missing or says nothing is no reason not to grade. */
    public static GradescopeSubmission read(Path file) throws IOException {
        JsonNode facts = Files.exists(file) ? Json.read(file) : Json.tree(new Object[0]);
        String student =
                GradescopeMetadata.students(facts.path("users")).stream()
                        .findFirst()
                        .orElse("submission_" + facts.path("id").asText("unknown"));
        return new GradescopeSubmission(student, late(facts));
    }

    /** A student's own due date, such as an extension, comes before the assignment's. */
    private static Optional<Duration> late(JsonNode facts) {
        JsonNode own = facts.at("/users/0/assignment/due_date");
        JsonNode due = own.isTextual() ? own : facts.at("/assignment/due_date");
        try {
            OffsetDateTime end = OffsetDateTime.parse(due.asText());
            OffsetDateTime came = OffsetDateTime.parse(facts.path("created_at").asText());
            return Optional.of(Duration.between(end, came)).filter(time -> !time.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
