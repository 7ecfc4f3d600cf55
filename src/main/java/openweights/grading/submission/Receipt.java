package openweights.grading.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.base.SmallFile;
import openweights.base.UserException;

/**
 * What a {@link Collector} noted about an attempt.
 *
 * @param notebook the collected copy
 * @param file the name that the student gave the notebook
 * @param sha256 of the notebook's content
 * @param time of the submission
 */
public record Receipt(Path notebook, String file, String sha256, Instant time) {

    private static final String NAME = "receipt.json";

    /** The name of the attempt's folder, which begins with the time. */
    public String attempt() {
        return notebook.resolveSibling("").getFileName().toString();
    }

    /**
     * A student's attempts, from the first to the last.
     *
     * @param student as results name the student
     */
    public static List<Receipt> all(Path collected, String student) throws IOException {
        Path folder = collected.resolve(FileNames.safe(student));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Receipt> receipts = new ArrayList<>();
        try (Stream<Path> attempts = Files.list(folder)) {
            for (Path attempt : attempts.sorted().toList()) {
                if (!attempt.getFileName().toString().startsWith(".")) {
                    of(attempt.resolve("submission.ipynb")).ifPresent(receipts::add);
                }
            }
        }
        receipts.sort(Comparator.comparing(Receipt::time));
        return receipts;
    }

    /**
     * The receipt of a graded file. It lies beside that file, or beside the collected notebook of
     * which the file is a copy.
     *
     * @param sha256 of the file
     */
    public static Optional<Receipt> graded(
            String file, String sha256, Path collected, String student) throws IOException {
        Optional<Receipt> beside = of(Path.of(file));
        if (beside.isPresent()) {
            return beside;
        }
        return all(collected, student).stream()
                .filter(each -> each.sha256().equals(sha256))
                .reduce((one, later) -> later);
    }

    /** The receipt beside a collected notebook; empty if there is none, or it is damaged. */
    public static Optional<Receipt> of(Path notebook) throws IOException {
        Path file = notebook.resolveSibling(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.read(file.toString(), SmallFile.bytes(file));
            return Optional.of(
                    new Receipt(
                            notebook,
                            json.path("file").asText(),
                            json.path("sha256").asText(),
                            Instant.parse(json.path("time").asText())));
        } catch (UserException | DateTimeException e) {
            // A student may have handed in any file under this name.
            return Optional.empty();
        }
    }
}
