package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.base.Home;
import openweights.cli.Checkout.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher on machines with the wrong Java. Programs are scripts; the folders are like real
 * ones.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is course.cmd")
class JdkSearchIT {

    private static final String MODULES = "java.base java.compiler jdk.compiler jdk.jshell";

    private static final List<String> SHELL =
            List.of(
                    "cat",
                    "chmod",
                    "cut",
                    "dirname",
                    "find",
                    "grep",
                    "head",
                    "ln",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sh",
                    "sleep",
                    "uname");

    @TempDir Path machine;
    private Path launcher;

    @BeforeEach
    void copyLauncher() throws IOException {
        launcher = machine.resolve("my course/course");
        Files.createDirectories(launcher.getParent());
        Files.copy(Home.locate().root().resolve("course"), launcher);
    }

    @Test
    void saysWhenThereIsNoJavaAtAll() throws Exception {
        Ended ended = run(Map.of("JAVA_HOME", ""));
        assertEquals(2, ended.status());
        assertTrue(ended.output().contains("no Java at all"), ended.output());
        assertTrue(ended.output().contains("Next step: "), ended.output());
    }

    @Test
    void refusesAnOldJavaThatOnlyAnswersForItself() throws Exception {
        program(machine.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        Ended ended = run(Map.of("JAVA_HOME", ""));
        assertEquals(2, ended.status());
        assertTrue(ended.output().contains("PATH: "), ended.output());
        assertTrue(ended.output().contains("Java 11.0.2: too old"), ended.output());
    }

    @Test
    void refusesAnOldJavaHome() throws Exception {
        Path home = jdk("jdk-11", "11.0.22", "x86_64", "java.base jdk.jshell");
        assertRefused(home, "JAVA_HOME: " + home + ": Java 11.0.22: too old");
    }

    @Test
    void refusesTheFirstNumberOfOldVersions() throws Exception {
        Path home = jdk("jdk8", "1.8.0_392", "amd64", "");
        assertRefused(home, "Java 1.8.0_392: too old");
    }

    @Test
    void refusesARuntimeWithoutCompiler() throws Exception {
        Path home = jdk("jre", "21.0.4", "x86_64", MODULES);
        Files.delete(home.resolve("bin/javac"));
        assertRefused(home, "Java 21.0.4, but a JRE: it has no bin/javac");
    }

    @Test
    void refusesJavaFor32Bit() throws Exception {
        Path home = jdk("jdk-32", "17.0.9", "i586", MODULES);
        assertRefused(home, "Java 17.0.9 for i586: not one of x86_64 and aarch64 (64 bit)");
    }

    @Test
    void refusesJavaWithoutJShell() throws Exception {
        Path home = jdk("small", "21.0.4", "aarch64", "java.base java.compiler jdk.compiler");
        assertRefused(home, "Java 21.0.4 without the module jdk.jshell");
    }

    @Test
    void refusesAFolderThatIsNoJdk() throws Exception {
        assertRefused(machine.resolve("nothing"), "nothing: no Java in it");
    }

    @Test
    void takesAnotherJdkWhenJavaHomeIsTooOld() throws Exception {
        Path old = jdk("jdk-11", "11.0.22", "x86_64", MODULES);
        jdk("usr/lib/jvm/jdk-21", "21.0.4", "x86_64", MODULES);
        Ended ended = run(Map.of("JAVA_HOME", old.toString()));
        // It goes on to the build, which needs a pom.xml.
        assertFalse(ended.output().contains("no JDK"), ended.output());
        assertTrue(ended.output().contains("the build failed"), ended.output());
    }

    @Test
    void followsLinksFromTheJavaOnThePath() throws Exception {
        Path home = jdk("a jdk", "11.0.1", "x86_64", MODULES);
        Files.createDirectories(machine.resolve("bin"));
        Files.createSymbolicLink(machine.resolve("bin/java"), home.resolve("bin/java"));
        Ended ended = run(Map.of("JAVA_HOME", ""));
        assertTrue(
                ended.output().contains("PATH: " + home + ": Java 11.0.1: too old"),
                ended.output());
    }

    private void assertRefused(Path home, String complaint) throws Exception {
        Ended ended = run(Map.of("JAVA_HOME", home.toString()));
        assertEquals(2, ended.status());
        assertTrue(ended.output().contains(complaint), ended.output());
    }

    /** Runs the launcher where only {@code bin} and the programs of the shell are on the path. */
    private Ended run(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("OPENWEIGHTS_ROOT", machine.toString());
        environment.put("HOME", machine.toString());
        environment.put("PATH", machine.resolve("bin") + ":" + shellWithoutJava());
        return new Checkout(machine).start(launcher, environment, "help").end();
    }

    /** A folder with the programs that the launcher calls, and no Java. */
    private Path shellWithoutJava() throws IOException {
        Path shell = machine.resolve("shell");
        for (String name : SHELL) {
            Path usual = Path.of("/usr/bin", name);
            Path there = Files.exists(usual) ? usual : Path.of("/bin", name);
            program(shell.resolve(name), "exec " + there + " \"$@\"");
        }
        return shell;
    }

    private Path jdk(String name, String version, String architecture, String modules)
            throws IOException {
        Path home = Files.createDirectories(machine.resolve(name));
        String release =
                "JAVA_VERSION=\"%s\"%nOS_ARCH=\"%s\"%n".formatted(version, architecture)
                        + (modules.isEmpty() ? "" : "MODULES=\"%s\"%n".formatted(modules));
        Files.writeString(home.resolve("release"), release);
        program(home.resolve("bin/java"), "exit 1");
        program(home.resolve("bin/javac"), "exit 1");
        return home;
    }

    private static void program(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
