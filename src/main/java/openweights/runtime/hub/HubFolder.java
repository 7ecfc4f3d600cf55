package openweights.runtime.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.base.AtomicFile;
import openweights.base.Home;
import openweights.base.HtmlTemplate;
import openweights.base.ShellWord;
import openweights.runtime.setup.SetUpException;

/**
 * The folder of a hub: its configuration, which a department reads and changes, the proxy, what the
 * hub remembers, and what students hand in.
 */
public record HubFolder(Home project, Path folder) {

    /** What a department may change. A new version is written beside a file that was changed. */
    private static final List<String> SETTINGS =
            List.of(
                    "jupyterhub_config.py",
                    "students.py",
                    "zero-to-jupyterhub.yaml",
                    "open-weights-hub.service",
                    "start");

    /** Passable, so that students reach their folders for handing in, but not listable. */
    private static final String FOLDER_RIGHTS = "rwx--x--x";

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
     * Writes the files that are not there, and new versions of others as {@code NAME.new}.
     *
     * @return the new versions
     * @throws SetUpException if this system has no Unix users
     */
    public List<Path> write() throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new SetUpException(
                    "A hub needs the users and permissions of Linux or macOS, which this system does not have.");
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_RIGHTS));
        List<Path> news = new ArrayList<>();
        for (String name : SETTINGS) {
            Path file = folder.resolve(name);
            String text = text(name);
            if (Files.exists(file) && !Files.readString(file).equals(text)) {
                file = folder.resolve(name + ".new");
                news.add(file);
            }
            AtomicFile.write(file, text);
            Files.setPosixFilePermissions(
                    file,
                    PosixFilePermissions.fromString(name.equals("start") ? PROGRAM : PRIVATE));
        }
        return news;
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
