package openweights.grading.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import openweights.base.UserException;
import org.jspecify.annotations.Nullable;

/** The files of a zip archive or of a folder, by name; each can be opened. */
final class SourceFiles implements AutoCloseable {

    private static final int MAX_ENTRIES = 100_000;

    /** How deep they lie in the folder of a hub: in a folder for each student. */
    private static final int FILES_OF_STUDENTS = 2;

    /** The characters of names that Windows and old programs write. */
    private static final String DOS = "IBM437";

    /** Opens a file. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * A file.
     *
     * @param name its path in the archive or folder, with slashes
     * @param time when it was last changed
     */
    record SourceFile(String name, Instant time, Opener content) {}

    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private @Nullable ZipFile zip;

    private SourceFiles() {}

    /**
     * Lists the files.
     *
     * @param live whether students can change the folder: then only the system's own clock tells
     *     when they did
     * @throws UserException if there are none, or the archive is damaged
     */
    static SourceFiles open(Path source, boolean live) throws IOException {
        if (!Files.exists(source)) {
            throw new UserException(
                    source + " does not exist. Name the archive that you downloaded, or a folder.");
        }
        SourceFiles files = new SourceFiles();
        if (Files.isDirectory(source)) {
            files.folder(source, live);
        } else {
            files.archive(source);
        }
        return files;
    }

    /** All files, in the order of the archive, or of their names. */
    List<SourceFile> files() {
        return List.copyOf(files);
    }

    /** What is not a file, one line each. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    private void folder(Path source, boolean live) throws IOException {
        List<Path> all = new ArrayList<>();
        Files.walkFileTree(
                source,
                Set.of(),
                live ? FILES_OF_STUDENTS : Integer.MAX_VALUE,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        all.add(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException problem)
                            throws IOException {
                        if (file.equals(source)) {
                            throw problem;
                        }
                        refused.add(source.relativize(file) + ": you may not read it.");
                        return FileVisitResult.CONTINUE;
                    }
                });
        for (Path file : all.stream().sorted().toList()) {
            String name = source.relativize(file).toString().replace('\\', '/');
            try {
                add(name, file, live);
            } catch (NoSuchFileException e) {
                refused.add(name + ": it was moved meanwhile; collect again.");
            }
        }
    }

    private void add(String name, Path file, boolean live) throws IOException {
        if (isRegular(file)) {
            files.add(new SourceFile(name, time(file, live), () -> open(file)));
        } else if (Files.isSymbolicLink(file)) {
            refused.add(name + ": a link; links are not followed.");
        } else if (Files.isDirectory(file)) {
            if (!FileNames.isLitter(name)) {
                refused.add(name + ": a folder; nothing in it is collected.");
            }
        } else {
            refused.add(name + ": not a regular file.");
        }
    }

    private static boolean isRegular(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Looks again, because opening a pipe that has taken a file's place would wait for ever. */
    private static InputStream open(Path file) throws IOException {
        if (!isRegular(file)) {
            throw new FileSystemException(file.toString(), null, "no longer a regular file");
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A student can give a file any time of modification, but not of change of its entry. */
    private static Instant time(Path file, boolean live) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        FileTime time =
                live && unix
                        ? (FileTime)
                                Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                        : Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        return time.toInstant();
    }

    private void archive(Path source) throws IOException {
        ZipFile open = zip(source);
        zip = open;
        if (open.size() == 0) {
            throw new UserException(source + " is an empty archive. Download it again.");
        }
        if (open.size() > MAX_ENTRIES) {
            throw new UserException(
                    "%s holds more than %d files. Split it, or unpack it yourself and name the folder."
                            .formatted(source, MAX_ENTRIES));
        }
        for (ZipEntry entry : open.stream().filter(each -> !each.isDirectory()).toList()) {
            Instant time =
                    entry.getLastModifiedTime() == null
                            ? Instant.now()
                            : entry.getLastModifiedTime().toInstant();
            String name = entry.getName().replace('\\', '/');
            files.add(new SourceFile(name, time, () -> open.getInputStream(entry)));
        }
    }

    /** By its directory of contents, which is right even where the entries' own heads are not. */
    private static ZipFile zip(Path source) throws IOException {
        try {
            return new ZipFile(source.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("bad entry name")) {
                return new ZipFile(source.toFile(), Charset.forName(DOS));
            }
            throw new UserException(
                    source
                            + " is not a zip archive, or it is cut off ("
                            + e.getMessage()
                            + "). Download it again.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
