package openweights.grading.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;
import openweights.grading.sandbox.SystemFolders;
import openweights.grading.sandbox.Unsandboxed;
import openweights.grading.student.Display;
import org.jspecify.annotations.Nullable;

/**
 * What the processes in the sandbox run with.
 *
 * @param java home of the JDK
 * @param classPath the classes that run in the sandbox and the libraries that cells may use
 * @param natives folder of the unpacked native libraries, with one folder per jar; null to unpack
 *     them again in each process
 * @param archives folder of the class data sharing archives, which speed up the start; null for
 *     none
 * @param imports the kernel's imports, such as {@code import java.util.*;}
 * @param hidden folders of which the sandbox must show nothing but the files named above
 */
public record GraderInstallation(
        Path java,
        List<Path> classPath,
        @Nullable Path natives,
        @Nullable Path archives,
        List<String> imports,
        List<Path> hidden) {

    public GraderInstallation {
        classPath = List.copyOf(classPath);
        imports = List.copyOf(imports);
        hidden = List.copyOf(hidden);
    }

    /**
     * The installation of this course on this machine. The first call for a build takes a while: it
     * unpacks natives, assembles the class path and creates the archives.
     *
     * @param imports the kernel's imports
     * @throws UserException if ND4J's native libraries are not there: all answers that use ND4J
     *     would get no points
     */
    public static GraderInstallation of(Home home, List<String> imports) throws IOException {
        return of(home, Natives.unpacked(home.state().resolve("natives")), imports);
    }

    /**
     * The installation of this course with native libraries that are unpacked elsewhere.
     *
     * @param natives folder with one folder per jar
     */
    public static GraderInstallation of(Home home, Path natives, List<String> imports)
            throws IOException {
        SandboxClassPath classPath = SandboxClassPath.of(home);
        GraderInstallation installation =
                new GraderInstallation(
                        Path.of(System.getProperty("java.home")),
                        classPath.jars(),
                        natives,
                        classPath.folder().resolve("archives"),
                        imports,
                        hidden(home));
        Archives.make(installation);
        return installation;
    }

    /** The course, the folder that it writes to, and the home of whoever grades. */
    private static List<Path> hidden(Home home) {
        Path user = Path.of(System.getProperty("user.home"));
        boolean isOfSystem = user.getNameCount() == 0 || SystemFolders.contain(user);
        return Stream.of(home.root(), home.own(), isOfSystem ? home.own() : user)
                .flatMap(GraderInstallation::withTarget)
                .distinct()
                .toList();
    }

    /** A folder and what it is a link to: either may lie where the sandbox shows everything. */
    private static Stream<Path> withTarget(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            return Stream.of(path, path.toRealPath());
        } catch (IOException e) {
            return Stream.of(path);
        }
    }

    /** The same installation, with more folders that the sandbox must not show. */
    public GraderInstallation hiding(List<Path> folders) {
        List<Path> all =
                Stream.concat(
                                hidden.stream(),
                                folders.stream().flatMap(GraderInstallation::withTarget))
                        .distinct()
                        .toList();
        return new GraderInstallation(java, classPath, natives, archives, imports, all);
    }

    /** The same installation where only these folders hold what the sandbox must not show. */
    public GraderInstallation hidingOnly(List<Path> folders) {
        return new GraderInstallation(java, classPath, natives, archives, imports, List.of())
                .hiding(folders);
    }

    /**
     * Where students' code runs.
     *
     * @param unsandboxed whether the user insists on no protection
     * @throws UserException as {@link #testedSandbox}
     */
    public Sandbox sandbox(boolean unsandboxed) throws IOException {
        return unsandboxed ? new Unsandboxed() : testedSandbox();
    }

    /**
     * This machine's sandbox, after a test that it stops every attempt to get out.
     *
     * @throws UserException if there is none, or it lets an attempt through
     */
    public Sandbox testedSandbox() throws IOException {
        Sandbox sandbox = Sandboxes.find();
        List<ProbeFinding> open = probe(sandbox).stream().filter(each -> !each.stopped()).toList();
        if (!open.isEmpty()) {
            throw new UserException(
                    "The sandbox (%s) is not secure on this machine: students' code can %s. Run ./course grade --probe to see all attempts; --unsandboxed grades without any protection."
                            .formatted(sandbox.name(), attempts(open)));
        }
        return sandbox;
    }

    private static String attempts(List<ProbeFinding> open) {
        return open.stream()
                .map(each -> "%s (%s)".formatted(each.attempt(), each.seen()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Tests a sandbox on this machine.
     *
     * @throws UserException if it does not start
     */
    public List<ProbeFinding> probe(Sandbox sandbox) throws IOException {
        return Sandboxes.probe(sandbox, new Programs(this, Limits.DEFAULT).probe());
    }

    /**
     * What precedes a notebook's first cell. All imports are one line, which JShell takes as one
     * import: one at a time they would take longer than the answers to five questions. The line
     * begins with an import that no student writes, because to repeat it would replace the line.
     */
    List<Object> prelude() {
        return List.of(
                "import static %s.*; %s"
                        .formatted(Display.class.getName(), String.join(" ", imports)));
    }
}
