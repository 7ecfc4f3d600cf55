package openweights.base;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's folder and the layout inside it. Nothing is written outside of it except the usual
 * caches of Maven and pip. Where many students share one installed course, on a server or in a
 * computer room, they only read it, and each writes to a folder of their own.
 *
 * @param root absolute path of the folder that holds {@code pom.xml}, {@code lessons} and {@code
 *     notebooks}
 * @param own absolute path of the folder that a student writes to; the same one on a student's own
 *     machine
 */
public record Home(Path root, Path own) {

    /** The system property by which the launcher and the kernel name the project's folder. */
    public static final String HOME_PROPERTY = "openweights.home";

    /** The environment variable that names a student's folder where the course is shared. */
    public static final String STUDENT_VARIABLE = "OPENWEIGHTS_STUDENT";

    public Home {
        root = root.toAbsolutePath().normalize();
        own = own.toAbsolutePath().normalize();
    }

    /** A course that belongs to whoever uses it. */
    public Home(Path root) {
        this(root, root);
    }

    /**
     * The folder that {@link #HOME_PROPERTY} names; otherwise the working folder, or the closest
     * one above it, that holds the course. A student's own folder is what {@link #STUDENT_VARIABLE}
     * names, if anything.
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
            return Optional.of(of(Path.of(home)));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .filter(folder -> Files.isDirectory(folder.resolve("lessons")))
                .findFirst()
                .map(Home::of);
    }

    private static Home of(Path root) {
        String student = System.getenv(STUDENT_VARIABLE);
        return student == null || student.isEmpty()
                ? new Home(root)
                : new Home(root, Path.of(student));
    }

    /** Whether others use this course, too, so that nothing may be written to its folder. */
    public boolean isShared() {
        return !own.equals(root);
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
        return own.resolve("work");
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
     * What set-up creates besides the environment: unpacked native libraries, models, results that
     * need not be computed again.
     */
    public Path state() {
        return root.resolve(".course");
    }

    /** What belongs to one student: JupyterLab's settings, logs, downloaded models. */
    public Path personal() {
        return own.resolve(".course");
    }

    /** Folders that hold one folder per model: the course's own, then downloaded ones. */
    public List<Path> modelPlaces() {
        return Stream.of(lessons(), state(), personal())
                .map(folder -> folder.resolve("models"))
                .distinct()
                .toList();
    }
}
