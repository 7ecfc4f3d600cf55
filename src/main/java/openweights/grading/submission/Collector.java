package openweights.grading.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import openweights.base.Sha256;

/**
 * Copies submissions to {@code FOLDER/STUDENT/TIME-HASH/submission.ipynb}, with a receipt beside.
 * Only the collecting user can read them. What was collected before is not collected again.
 */
public final class Collector {

    private static final int LARGEST_FILE = 20 << 20;
    private static final long LARGEST_ARCHIVE = 8L << 30;
    private static final int MAX_ENTRIES = 100_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final SubmissionSource origin;
    private final List<String> taken = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    public Collector(Path folder, SubmissionSource origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /** What was taken, one line each. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** What was not, and why. */
    public List<String> left() {
        return List.copyOf(left);
    }

    /** Collects from a zip archive or a folder. */
    public void collect(Path source) throws IOException {
        if (!Files.exists(source)) {
            throw new IOException(
                    source
                            + " is not there. Name the archive that you have downloaded, or a folder.");
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
                        take(name, in, Files.getLastModifiedTime(file).toInstant());
                    }
                } else if (Files.isSymbolicLink(file)) {
                    left.add(source.relativize(file) + ": a link; links are not followed.");
                } else if (!Files.isDirectory(file)) {
                    left.add(source.relativize(file) + ": no regular file.");
                }
            }
        }
    }

    private void archive(Path source) throws IOException {
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(source))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES || total > LARGEST_ARCHIVE) {
                    throw new IOException(
                            "%s holds more than %d files or %d GB. Split it, or unpack it yourself and name the folder."
                                    .formatted(source, MAX_ENTRIES, LARGEST_ARCHIVE >> 30));
                }
                Instant time =
                        entry.getLastModifiedTime() == null
                                ? Instant.now()
                                : entry.getLastModifiedTime().toInstant();
                total += entry.isDirectory() ? 0 : take(entry.getName(), zip, time);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new IOException(
                    source
                            + " is not a whole zip archive ("
                            + e.getMessage()
                            + "). Download it again.",
                    e);
        }
        if (entries == 0) {
            throw new IOException(source + " is not a zip archive, or it is empty.");
        }
    }

    /**
     * Takes a notebook. The name is used to tell whose it is and for nothing else.
     *
     * @return how many bytes were read
     */
    private long take(String name, InputStream in, Instant time) throws IOException {
        Optional<String> student = origin.student(name);
        if (name.startsWith("__MACOSX/") || name.contains(".ipynb_checkpoints")) {
            return 0;
        }
        if (student.isEmpty()) {
            left.add(
                    printable(name)
                            + ": not named as "
                            + origin.name().toLowerCase(Locale.ROOT)
                            + " names a student's notebook.");
            return 0;
        }
        byte[] content = in.readNBytes(LARGEST_FILE + 1);
        if (content.length > LARGEST_FILE) {
            left.add(printable(name) + ": larger than " + (LARGEST_FILE >> 20) + " MB.");
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
        Path part = privateFolder(attempts.resolve(".part"));
        Files.write(part.resolve("submission.ipynb"), content);
        ObjectNode receipt = JsonNodeFactory.instance.objectNode();
        receipt.put("student", student).put("file", name).put("sha256", hash);
        receipt.put("time", time.toString()).put("collected", Instant.now().toString());
        Files.writeString(
                part.resolve("receipt.json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(receipt));
        Path whole = attempts.resolve(TIME.format(time) + "-" + hash.substring(0, 8));
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        taken.add(student + ": " + printable(name));
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

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
