package openweights.grading.remote;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.grading.sandbox.Jail;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.ProbeMain;

/** The two programs that run in the sandbox, with their JVM options and all they may read. */
final class Programs {

    private static final String COMPILER = "openweights.grading.compiler.CompilerMain";
    private static final String STUDENT = "openweights.grading.student.StudentMain";
    private static final Path NATIVES = Path.of("/tmp/natives");

    private final GraderInstallation installation;
    private final Limits limits;

    Programs(GraderInstallation installation, Limits limits) {
        this.installation = installation;
        this.limits = limits;
    }

    Jail compiler() {
        return program("compiler", COMPILER, List.of("-Xmx384m", "-Xss4m"));
    }

    Jail student() {
        return program(
                "student",
                STUDENT,
                List.of(
                        "-Xmx512m",
                        "-XX:MaxDirectMemorySize=128m",
                        "-Dorg.bytedeco.javacpp.maxbytes=512m",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-Dorg.bytedeco.javacpp.cachedir=" + NATIVES));
    }

    Jail probe() {
        return program("probe", ProbeMain.class.getName(), List.of("-Xmx64m"));
    }

    /** The same program, which at its end writes the classes that it has loaded to its archive. */
    Jail archiving(Jail program, String name) {
        List<String> command = new ArrayList<>(program.command());
        command.add(1, "-XX:ArchiveClassesAtExit=" + archive(name).orElseThrow());
        return new Jail(program.loans(), command, program.limits());
    }

    private Jail program(String name, String main, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(installation.java().resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(usual());
        archive(name)
                .filter(Files::exists)
                .ifPresent(file -> command.add("-XX:SharedArchiveFile=" + file));
        command.addAll(List.of("-cp", classPath(), main));
        return new Jail(loans(), command, limits);
    }

    private static List<String> usual() {
        return List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:disable",
                // One core's worth of threads, a quick start, no file outside of memory.
                "-XX:ActiveProcessorCount=1",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+DisableAttachMechanism",
                // The same everywhere.
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Duser.home=/tmp",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dorg.nd4j.log.initialization=false",
                "-Dslf4j.internal.verbosity=ERROR");
    }

    private Optional<Path> archive(String name) {
        return Optional.ofNullable(installation.archives())
                .map(folder -> folder.resolve(name + ".jsa"));
    }

    private String classPath() {
        return installation.classPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<Jail.Loan> loans() {
        List<Jail.Loan> loans = new ArrayList<>();
        loans.addAll(jdk());
        loans.addAll(libraries());
        if (installation.archives() != null && Files.isDirectory(installation.archives())) {
            loans.add(Jail.Loan.of(installation.archives()));
        }
        if (installation.natives() != null) {
            loans.addAll(natives());
        }
        return loans;
    }

    /**
     * A folder of nothing but jars is lent whole: sixty mounts would take longer than Java's start.
     */
    private List<Jail.Loan> libraries() {
        Set<Path> lent = new LinkedHashSet<>();
        for (Path jar : installation.classPath()) {
            Path folder = jar.resolveSibling("");
            lent.add(isAllOnClassPath(folder) ? folder : jar);
        }
        return lent.stream().map(Jail.Loan::of).toList();
    }

    private boolean isAllOnClassPath(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(new HashSet<>(installation.classPath())::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A system's JDK keeps its settings elsewhere and links to them. */
    private List<Jail.Loan> jdk() {
        Path home = installation.java();
        List<Jail.Loan> loans = new ArrayList<>();
        if (!home.startsWith("/usr")) {
            loans.add(Jail.Loan.of(home));
        }
        Path security = home.resolve("conf/security/java.security");
        try {
            if (Files.exists(security)) {
                Path settings = security.toRealPath().resolve("../..").normalize();
                if (!settings.startsWith(home)) {
                    loans.add(Jail.Loan.of(settings));
                }
            }
            return loans;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Jail.Loan> natives() {
        try (Stream<Path> folders = Files.list(installation.natives())) {
            return folders.filter(Files::isDirectory)
                    .map(each -> new Jail.Loan(each, NATIVES.resolve(each.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
