package openweights.grading.submission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import openweights.base.AtomicFolder;
import openweights.base.Json;
import openweights.base.PrivateFolder;
import openweights.base.Sha256;
import openweights.base.TerminalText;
import openweights.grading.submission.SourceFiles.SourceFile;

/**
 * Copies submissions to {@code FOLDER/STUDENT/TIME-HASH/submission.ipynb}, each with a receipt.
 * Only the user who collects can read them. What was collected before is not collected again.
 */
public final class Collector {

    private static final int MAX_FILE_BYTES = 20 << 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final SubmissionSource platform;
    private final String exercise;
    private final List<String> collected = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int known;

    /**
     * @param exercise its id; on a hub, students hand in all exercises in one place
     */
    public Collector(Path folder, SubmissionSource platform, String exercise) {
        this.folder = folder;
        this.platform = platform;
        this.exercise = exercise;
    }

    /** What was collected, one line per file. */
    public List<String> collected() {
        return List.copyOf(collected);
    }

    /** How many notebooks had been collected before. */
    public int known() {
        return known;
    }

    /** How much was collected, now and before, and how much was skipped. */
    @Override
    public String toString() {
        String before = known == 0 ? "" : " %d collected before,".formatted(known);
        return "%d collected,%s %d skipped".formatted(collected.size(), before, skipped.size());
    }

    /** What to look at when there was no notebook at all; otherwise empty. */
    public Optional<String> advice() {
        if (!collected.isEmpty() || known > 0) {
            return Optional.empty();
        }
        return Optional.of(
                "No notebook was found. Check that this is the right archive and that --from names its platform: with --from %s, files have names such as %s"
                        .formatted(platform.name().toLowerCase(Locale.ROOT), platform.example()));
    }

    /** What was skipped and why, one line per file. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** Collects from a zip archive or a folder. */
    public void collect(Path source) throws IOException {
        PrivateFolder.create(folder);
        String name = source.toAbsolutePath().normalize().getFileName().toString();
        boolean live = platform == SubmissionSource.HUB;
        try (SourceFiles files = SourceFiles.open(source, live)) {
            skipped.addAll(files.refused());
            Owners owners = Owners.of(platform, name, files.files());
            Allowance allowance = new Allowance(source, live);
            for (SourceFile file : files.files()) {
                String each = file.name();
                if (allowance.isUsedUp(each)) {
                    allowance
                            .objection(each)
                            .ifPresent(
                                    why -> skipped.add(TerminalText.printable(each) + ": " + why));
                } else {
                    allowance.take(each, collect(file, owners));
                }
            }
        }
    }

    /**
     * Collects a notebook. Its name tells whose it is and is used for nothing else.
     *
     * @return how many bytes were read
     */
    private long collect(SourceFile file, Owners owners) throws IOException {
        String shown = TerminalText.printable(file.name());
        if (FileNames.isLitter(file.name()) || isPlatforms(file.name())) {
            return 0;
        }
        Optional<Owner> owner = owners.of(file.name());
        if (owner.isEmpty()) {
            skipped.add(shown + ": " + platform.objection(file.name()));
            return 0;
        }
        byte[] content;
        try (InputStream in = file.content().open()) {
            content = in.readNBytes(MAX_FILE_BYTES + 1);
        } catch (ZipException | EOFException e) {
            skipped.add(shown + ": damaged in the archive (" + e.getMessage() + ").");
            return 0;
        } catch (AccessDeniedException e) {
            skipped.add(shown + ": you may not read it; ask the student to hand it in again.");
            return 0;
        } catch (FileSystemException e) {
            skipped.add(shown + ": it was moved or replaced meanwhile; collect again.");
            return 0;
        }
        if (content.length > MAX_FILE_BYTES) {
            skipped.add(shown + ": larger than " + (MAX_FILE_BYTES >> 20) + " MB.");
            return content.length;
        }
        if (platform == SubmissionSource.HUB && !belongs(file.name(), content)) {
            return content.length;
        }
        for (String student : owner.get().students()) {
            keep(student, file.name(), content, owner.get().time().orElse(file.time()));
        }
        return content.length;
    }

    /** By what the notebook says; a damaged one by its name. */
    private boolean belongs(String name, byte[] content) {
        try {
            String named = SubmittedNotebook.read(content).exercise();
            if (!named.isEmpty()) {
                return named.equals(exercise);
            }
        } catch (UnreadableSubmission e) {
            // Its name has to do.
        }
        return FileNames.last(name).contains(exercise);
    }

    /** What is there beside what students handed in: a list of names, or pages for them. */
    private boolean isPlatforms(String name) {
        String last = FileNames.last(name);
        return switch (platform) {
            case GRADESCOPE -> last.equals(GradescopeMetadata.FILE);
            case HUB -> last.matches("feedback-.*\\.html");
            default -> false;
        };
    }

    private void keep(String student, String name, byte[] content, Instant time)
            throws IOException {
        String hash = Sha256.of(content);
        Path attempts = PrivateFolder.create(folder.resolve(FileNames.safe(student)));
        Path attempt = attempts.resolve(TIME.format(time) + "-" + hash.substring(0, 8));
        if (Files.exists(attempt) || isLatest(attempts, hash)) {
            known++;
            return;
        }
        ObjectNode receipt = JsonNodeFactory.instance.objectNode();
        receipt.put("student", student).put("file", name).put("sha256", hash);
        receipt.put("time", time.toString()).put("collected", Instant.now().toString());
        AtomicFolder.write(
                attempt,
                folder -> {
                    Files.write(folder.resolve("submission.ipynb"), content);
                    Files.writeString(folder.resolve("receipt.json"), Json.pretty(receipt));
                });
        collected.add(student + ": " + TerminalText.printable(name));
    }

    /** An older attempt with this content does not matter: handed in again, it is the last one. */
    private static boolean isLatest(Path attempts, String hash) throws IOException {
        try (Stream<Path> earlier = Files.list(attempts)) {
            return earlier.map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .max(Comparator.naturalOrder())
                    .filter(name -> name.endsWith("-" + hash.substring(0, 8)))
                    .isPresent();
        }
    }
}
