package openweights.base;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's folder and the layout inside it. Nothing is written outside of it except the usual
 * caches of Maven and pip.
 *
 * @param root absolute path of the folder that holds {@code pom.xml}, {@code lessons} and {@code
 *     notebooks}
 */
public record Home(Path root) {

    /** The system property by which the launcher and the kernel name the project's folder. */
    public static final String HOME_PROPERTY = "openweights.home";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The folder that {@link #HOME_PROPERTY} names; otherwise the working folder, or the closest
     * one above it, that holds the course.
     *
     * @throws UserException if there is none
     */
    public static Home locate() {
        return find().orElseThrow(
                        () ->
                                new UserException(
                                        Path.of("").toAbsolutePath()
                                                + ": neither this folder nor one above it holds the course (pom.xml and lessons/). Change to the course's folder."));
    }

    /** As {@link #locate}, but empty if there is no such folder. */
    public static Optional<Home> find() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home != null) {
            return Optional.of(new Home(Path.of(home)));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .filter(folder -> Files.isDirectory(folder.resolve("lessons")))
                .findFirst()
                .map(Home::new);
    }

    public Path lessons() {
        return root.resolve("lessons");
    }

    /** The exercises' sources, a folder each. */
    public Path exercises() {
        return root.resolve("exercises");
    }

    public Path notebooks() {
        return root.resolve("notebooks");
    }

    /** The student's own copies of the notebooks. */
    public Path work() {
        return root.resolve("work");
    }

    public Path sources() {
        return root.resolve("src/main/java");
    }

    /** The course's own jar, as Maven packages it. */
    public Path jar() {
        return root.resolve("target/openweights.jar");
    }

    /** The folder of the jars that the course depends on. */
    public Path libraries() {
        return root.resolve("target/lib");
    }

    /** The private Python environment. */
    public Path venv() {
        return root.resolve(".venv");
    }

    /** The Python interpreter inside {@link #venv()}. */
    public Path python() {
        return venvProgram("python");
    }

    /** A program that pip installed into {@link #venv()}, such as {@code jupyter}. */
    public Path venvProgram(String name) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows ? venv().resolve("Scripts/" + name + ".exe") : venv().resolve("bin/" + name);
    }

    /**
     * What set-up creates besides the environment: unpacked native libraries, the class archive,
     * JupyterLab's settings.
     */
    public Path state() {
        return root.resolve(".course");
    }

    /** Folders that hold one folder per model: the course's own, then downloaded ones. */
    public List<Path> modelPlaces() {
        return List.of(lessons().resolve("models"), state().resolve("models"));
    }
}
