package openweights.grading.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openweights.base.AtomicFile;
import openweights.base.TerminalText;
import openweights.grading.report.Feedback;
import openweights.grading.result.GradingFolder;
import openweights.grading.score.Grade;
import openweights.grading.submission.FileNames;
import openweights.grading.submission.Receipt;

/**
 * The students' pages as an archive that a platform takes back. Moodle and Canvas know whose a file
 * is by the name under which they handed the submission out, so a page gets that name.
 *
 * @param file the archive
 * @param missing students whose submission has no such name; they are not in it
 */
public record FeedbackPack(Path file, List<String> missing) {

    /** Who takes the archive. */
    public enum Platform {
        MOODLE,
        CANVAS,
        GRADESCOPE
    }

    /** Who is not in it, and why; usually nobody. */
    public Optional<String> finding() {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "not in the archive, because their submissions were not collected from this platform: "
                                + TerminalText.printable(String.join(", ", missing)));
    }

    /** Writes the archive into the folder for other programs. */
    public static FeedbackPack write(
            Platform platform, Feedback feedback, Collection<Grade> grades, GradingFolder folder)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> missing = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Grade grade : grades) {
                Optional<String> name = name(platform, grade, folder);
                if (name.isEmpty()) {
                    missing.add(grade.student());
                    continue;
                }
                zip.putNextEntry(new ZipEntry(name.get()));
                String text =
                        platform == Platform.GRADESCOPE
                                ? results(grade, feedback)
                                : feedback.page(grade);
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        String name = "feedback-" + platform.name().toLowerCase(Locale.ROOT) + ".zip";
        Path file = folder.export().resolve(name);
        AtomicFile.write(file, bytes.toByteArray());
        return new FeedbackPack(file, missing);
    }

    private static Optional<String> name(Platform platform, Grade grade, GradingFolder folder)
            throws IOException {
        String page = grade.result().exercise() + "-feedback.html";
        return switch (platform) {
            case MOODLE ->
                    prefix(grade, folder, "(?:.*/)?([^/]*_\\d+_assignsubmission_file)(?:_.*|/.*)?")
                            .map(prefix -> prefix + "_/" + page);
            case CANVAS ->
                    prefix(grade, folder, "(?:.*/)?([^/]+_\\d+_\\d+)_(?!\\d+_)[^/]*")
                            .map(prefix -> prefix + "_" + page);
            case GRADESCOPE -> Optional.of(FileNames.safe(grade.student()) + "/results.json");
        };
    }

    /** What the platform put before the name of the student's file. */
    private static Optional<String> prefix(Grade grade, GradingFolder folder, String form)
            throws IOException {
        return Receipt.all(folder.collected(), grade.student()).stream()
                .filter(each -> each.sha256().equals(grade.result().submission()))
                .map(Receipt::file)
                .filter(file -> file.matches(form))
                .map(file -> file.replaceFirst("^" + form + "$", "$1"))
                .reduce((one, later) -> later);
    }

    /** Gradescope takes no files for students, but shows what an autograder writes. */
    private static String results(Grade grade, Feedback feedback) {
        ObjectNode json = Gradescope.json(grade);
        json.put("output", feedback.page(grade)).put("output_format", "html");
        return json.toPrettyString() + "\n";
    }
}
