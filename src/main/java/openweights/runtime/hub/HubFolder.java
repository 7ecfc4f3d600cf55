package openweights.runtime.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.base.AtomicFile;
import openweights.base.Home;
import openweights.base.HtmlTemplate;
import openweights.base.ShellWord;
import openweights.base.TerminalText;
import openweights.runtime.setup.SetUpException;

/**
 * The folder of a hub: its configuration, which a department reads and changes, the proxy, what the
 * hub remembers, and what students hand in.
 */
public record HubFolder(Home project, Path folder) {

    /**
     * What a department may change. A new version replaces a file that was not changed, and is
     * written beside one that was.
     */
    private static final List<String> SETTINGS =
            List.of(
                    "jupyterhub_config.py",
                    "students.py",
                    "zero-to-jupyterhub.yaml",
                    "open-weights-hub.service",
                    "start");

    /** Passable, so that students reach their folders for handing in, but not listable. */
    private static final String FOLDER_RIGHTS = "rwx--x--x";

    private static final Pattern SPECIAL = Pattern.compile("[\"'$%\\\\\\p{Cntrl}]");

    private static final String PRIVATE = "rw-------";
    private static final String PROGRAM = "rwx------";

    public HubFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The program that starts the hub. */
    public Path start() {
        return folder.resolve("start");
    }

    /**
     * Writes new versions of all files: of those that somebody has changed as {@code NAME.new}.
     *
     * @return the new versions beside changed files
     * @throws SetUpException as {@link #requireUsable}
     */
    public List<Path> write() throws IOException {
        requireUsable();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_RIGHTS));
        List<Path> news = new ArrayList<>();
        for (String name : SETTINGS) {
            Path file = folder.resolve(name);
            Path original = originals().resolve(name);
            String text = text(name);
            if (isChanged(file, original) && !Files.readString(file).equals(text)) {
                file = folder.resolve(name + ".new");
                news.add(file);
            }
            String rights = name.equals("start") ? PROGRAM : PRIVATE;
            for (Path each : List.of(file, original)) {
                AtomicFile.write(each, text);
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(rights));
            }
        }
        return news;
    }

    /**
     * Refuses what cannot become a hub's folder.
     *
     * @throws SetUpException if this system has no Unix users, or the folder is for something else
     */
    public void requireUsable() throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new SetUpException(
                    "A hub needs the users and permissions of Linux or macOS, which this system does not have.");
        }
        requirePlace();
        requireOwn();
    }

    /** What was written last, which shows what a department has changed. */
    private Path originals() throws IOException {
        Path originals = Files.createDirectories(folder.resolve(".written"));
        return Files.setPosixFilePermissions(originals, PosixFilePermissions.fromString(PROGRAM));
    }

    private static boolean isChanged(Path file, Path original) throws IOException {
        return Files.exists(file)
                && (!Files.exists(original) || Files.mismatch(file, original) != -1);
    }

    /**
     * Students may read the course's folder, but not the secrets in the hub's. And Python, a shell,
     * and systemd each read some characters in their own way.
     */
    private void requirePlace() {
        if (folder.startsWith(project.root())) {
            throw new SetUpException(
                    "%s lies in the course's folder, which students can read; they must not read the hub's secrets. Name a folder outside %s, such as /srv/hub."
                            .formatted(folder, project.root()));
        }
        Matcher special = SPECIAL.matcher(folder.toString());
        if (special.find()) {
            throw new SetUpException(
                    "The path %s contains %s, which Python, the shell, and systemd read in different ways. Name a folder without it, such as /srv/hub."
                            .formatted(
                                    TerminalText.printable(folder.toString()),
                                    character(special.group())));
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SetUpException(
                    "%s is a file. Name a new or an empty folder, such as /srv/hub."
                            .formatted(folder));
        }
    }

    private static String character(String found) {
        return found.matches("\\p{Cntrl}") ? "a control character" : "the character " + found;
    }

    /**
     * What the folder of something else holds must not be closed to others, as a hub's folder is.
     */
    private void requireOwn() throws IOException {
        if (Files.exists(folder)
                && SETTINGS.stream().noneMatch(name -> Files.exists(folder.resolve(name)))) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new SetUpException(
                            "%s holds other files and no hub. Name a new or an empty folder, such as %s."
                                    .formatted(folder, folder.resolve("hub")));
                }
            }
        }
    }

    private String text(String name) {
        boolean python = name.endsWith(".py");
        return HtmlTemplate.of(HubFolder.class, name)
                .fill(
                        Map.of(
                                "course", quoted(project.root(), python),
                                "hub", quoted(folder, python),
                                "python", quoted(project.python(), python),
                                "start", start()));
    }

    /** For Python or a shell. */
    private static String quoted(Path path, boolean python) {
        String text = path.toString();
        return python
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : ShellWord.quoted(path);
    }
}
