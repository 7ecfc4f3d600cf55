package openweights.grading.submission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import openweights.base.AtomicFolder;
import openweights.base.Json;
import openweights.base.Sha256;
import openweights.base.TerminalText;
import openweights.base.UserException;

/**
 * Copies submissions to {@code FOLDER/STUDENT/TIME-HASH/submission.ipynb}, each with a receipt.
 * Only the user who collects can read them. What was collected before is not collected again.
 */
public final class Collector {

    private static final int MAX_FILE_BYTES = 20 << 20;
    private static final long MAX_ARCHIVE_BYTES = 8L << 30;
    private static final int MAX_ENTRIES = 100_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final SubmissionSource platform;
    private final List<String> collected = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    public Collector(Path folder, SubmissionSource platform) {
        this.folder = folder;
        this.platform = platform;
    }

    /** What was collected, one line per file. */
    public List<String> collected() {
        return List.copyOf(collected);
    }

    /** What was skipped and why, one line per file. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** Collects from a zip archive or a folder. */
    public void collect(Path source) throws IOException {
        if (!Files.exists(source)) {
            throw new UserException(
                    source + " does not exist. Name the archive that you downloaded, or a folder.");
        }
        if (Files.isDirectory(source)) {
            folder(source);
        } else {
            archive(source);
        }
    }

    private void folder(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                        String name = source.relativize(file).toString();
                        collect(name, in, Files.getLastModifiedTime(file).toInstant());
                    }
                } else if (Files.isSymbolicLink(file)) {
                    skipped.add(source.relativize(file) + ": a link; links are not followed.");
                } else if (!Files.isDirectory(file)) {
                    skipped.add(source.relativize(file) + ": not a regular file.");
                }
            }
        }
    }

    private void archive(Path source) throws IOException {
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(source))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES || total > MAX_ARCHIVE_BYTES) {
                    throw new UserException(
                            "%s holds more than %d files or %d GB. Split it, or unpack it yourself and name the folder."
                                    .formatted(source, MAX_ENTRIES, MAX_ARCHIVE_BYTES >> 30));
                }
                Instant time =
                        entry.getLastModifiedTime() == null
                                ? Instant.now()
                                : entry.getLastModifiedTime().toInstant();
                total += entry.isDirectory() ? 0 : collect(entry.getName(), zip, time);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new UserException(
                    source
                            + " is not a complete zip archive ("
                            + e.getMessage()
                            + "). Download it again.",
                    e);
        }
        if (entries == 0) {
            throw new UserException(source + " is not a zip archive, or it is empty.");
        }
    }

    /**
     * Collects a notebook. Its name tells whose it is and is used for nothing else.
     *
     * @return how many bytes were read
     */
    private long collect(String name, InputStream in, Instant time) throws IOException {
        Optional<String> student = platform.student(name);
        if (name.startsWith("__MACOSX/") || name.contains(".ipynb_checkpoints")) {
            return 0;
        }
        if (student.isEmpty()) {
            skipped.add(
                    TerminalText.printable(name)
                            + ": not named as "
                            + platform.name().toLowerCase(Locale.ROOT)
                            + " names students' notebooks.");
            return 0;
        }
        byte[] content = in.readNBytes(MAX_FILE_BYTES + 1);
        if (content.length > MAX_FILE_BYTES) {
            skipped.add(
                    TerminalText.printable(name)
                            + ": larger than "
                            + (MAX_FILE_BYTES >> 20)
                            + " MB.");
            return content.length;
        }
        keep(student.get(), name, content, time);
        return content.length;
    }

    private void keep(String student, String name, byte[] content, Instant time)
            throws IOException {
        String hash = Sha256.of(content);
        Path attempts = privateFolder(folder.resolve(FileNames.safe(student)));
        try (Stream<Path> earlier = Files.list(attempts)) {
            String end = "-" + hash.substring(0, 8);
            if (earlier.anyMatch(each -> each.getFileName().toString().endsWith(end))) {
                return;
            }
        }
        Path attempt = attempts.resolve(TIME.format(time) + "-" + hash.substring(0, 8));
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

    private static Path privateFolder(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        return Files.createDirectories(path, rights);
    }
}
