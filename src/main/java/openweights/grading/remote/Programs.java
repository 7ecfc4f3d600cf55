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
import openweights.grading.compiler.CompilerMain;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Mount;
import openweights.grading.sandbox.ProbeMain;
import openweights.grading.sandbox.SandboxSpec;
import openweights.grading.sandbox.SystemFolders;
import openweights.grading.student.StudentMain;

/** The programs that run in the sandbox, with their JVM options and all that they may read. */
final class Programs {

    private static final Path NATIVES = Path.of("/tmp/natives");

    private final GraderInstallation installation;
    private final Limits limits;

    Programs(GraderInstallation installation, Limits limits) {
        this.installation = installation;
        this.limits = limits;
    }

    SandboxSpec compiler() {
        return program("compiler", CompilerMain.class, List.of("-Xmx384m", "-Xss4m"));
    }

    SandboxSpec student() {
        return program(
                "student",
                StudentMain.class,
                List.of(
                        "-Xmx512m",
                        // It lives for a second: compile only what runs often.
                        "-XX:CompileThresholdScaling=5",
                        "-XX:MaxDirectMemorySize=128m",
                        "-Dorg.bytedeco.javacpp.maxbytes=512m",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-Dorg.bytedeco.javacpp.cachedir=" + NATIVES));
    }

    SandboxSpec probe() {
        SandboxSpec probe = program("probe", ProbeMain.class, List.of("-Xmx64m"));
        List<String> command = new ArrayList<>(probe.command());
        probe.mounts().forEach(each -> command.add(ProbeMain.SHOWN + each.at()));
        installation.hidden().forEach(each -> command.add(ProbeMain.HIDDEN + each));
        return new SandboxSpec(probe.mounts(), command, probe.limits());
    }

    /**
     * The same program outside the sandbox, which also writes its loaded classes to its archive
     * when it ends.
     *
     * @param scratch the folder that it may write, as in the sandbox
     */
    SandboxSpec archiving(SandboxSpec program, String name, Path scratch) {
        List<String> command = new ArrayList<>(List.of("env", "SCRATCH=" + scratch));
        command.addAll(program.command());
        command.add(3, "-XX:ArchiveClassesAtExit=" + archive(name).orElseThrow());
        return new SandboxSpec(program.mounts(), command, program.limits());
    }

    private SandboxSpec program(String name, Class<?> main, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(installation.java().resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(commonOptions());
        archive(name)
                .filter(Files::exists)
                .ifPresent(file -> command.add("-XX:SharedArchiveFile=" + file));
        command.addAll(List.of("-cp", classPath(), main.getName()));
        return new SandboxSpec(mounts(), command, limits);
    }

    private static List<String> commonOptions() {
        return List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:disable",
                // Where the archive of classes was laid out: elsewhere, each start rewrites most of
                // it.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                // Threads for one core, a quick start, no files outside memory.
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
                // The same settings on every machine.
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

    private List<Mount> mounts() {
        List<Mount> mounts = new ArrayList<>();
        mounts.addAll(jdk());
        mounts.addAll(libraries());
        if (installation.archives() != null && Files.isDirectory(installation.archives())) {
            mounts.add(Mount.of(installation.archives()));
        }
        if (installation.natives() != null) {
            mounts.addAll(natives());
        }
        return mounts;
    }

    /**
     * A folder that holds nothing but jars of the class path is mounted whole: sixty mounts would
     * take longer than the start of the JVM.
     */
    private List<Mount> libraries() {
        Set<Path> mounted = new LinkedHashSet<>();
        for (Path jar : installation.classPath()) {
            Path folder = jar.resolveSibling("");
            mounted.add(isAllOnClassPath(folder) ? folder : jar);
        }
        return mounted.stream().map(Mount::of).toList();
    }

    private boolean isAllOnClassPath(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(new HashSet<>(installation.classPath())::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JDK from the system's packages keeps its settings elsewhere and links to them. */
    private List<Mount> jdk() {
        Path home = installation.java();
        List<Mount> mounts = new ArrayList<>();
        if (!SystemFolders.contain(home)) {
            mounts.add(Mount.of(home));
        }
        Path security = home.resolve("conf/security/java.security");
        try {
            if (Files.exists(security)) {
                Path settings = security.toRealPath().resolve("../..").normalize();
                if (!settings.startsWith(home)) {
                    mounts.add(Mount.of(settings));
                }
            }
            return mounts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Mount> natives() {
        try (Stream<Path> folders = Files.list(installation.natives())) {
            return folders.filter(Files::isDirectory)
                    .map(each -> new Mount(each, NATIVES.resolve(each.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
