package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import openweights.cli.Checkout.Ended;
import openweights.cli.Checkout.Running;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's build, with the real Maven, in a folder with a blank and other letters. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is course.cmd")
class LauncherIT {

    /** A plain locale, in which Java by itself could not name the folder's letters. */
    private static final Map<String, String> PLAIN = Map.of("LC_ALL", "C", "LANG", "C");

    private static final String NO_WAY_OUT =
            """
            <settings><mirrors><mirror>
              <id>nowhere</id><mirrorOf>*</mirrorOf><url>https://127.0.0.1:9/</url>
            </mirror></mirrors></settings>
            """;

    @TempDir static Path temporary;
    private static Checkout checkout;

    @BeforeAll
    static void build() throws Exception {
        checkout = Checkout.at(temporary.resolve("Kürs öf weights"));
        Ended ended = checkout.course(PLAIN, "help");
        assertTrue(ended.output().startsWith("The first build downloads"), ended.output());
        assertHelped(ended);
    }

    @Test
    void startsWithoutMavenWhenNothingChanged() throws Exception {
        assertHelped(checkout.course(PLAIN, "help"));
        FileTime before = Files.getLastModifiedTime(jar());
        Ended ended = checkout.course(PLAIN, "help");
        assertHelped(ended);
        assertFalse(ended.output().contains("Building"), ended.output());
        assertEquals(before, Files.getLastModifiedTime(jar()));
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        Path source = checkout.path("src/main/java/openweights/package-info.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        Ended ended = checkout.course(PLAIN, "help");
        assertTrue(ended.output().contains("Building"), ended.output());
        assertHelped(ended);
    }

    /** Otherwise nobody could work while whoever installed a shared course updates it. */
    @Test
    void studentsOfASharedCourseNeverBuildIt() throws Exception {
        Path source = checkout.path("src/main/java/openweights/package-info.java");
        FileTime before = Files.getLastModifiedTime(source);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        Map<String, String> student = Map.of("OPENWEIGHTS_STUDENT", temporary.toString());
        Ended ended = checkout.course(student, "help");
        Files.setLastModifiedTime(source, before);
        assertFalse(ended.output().contains("Building"), ended.output());
        assertHelped(ended);
    }

    @Test
    void startsThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), checkout.path("course"));
        assertHelped(checkout.start(link, PLAIN, "help").end());
    }

    @Test
    void twoAtOnceDoNotDisturbEachOther() throws Exception {
        Files.deleteIfExists(stamp());
        Running one = checkout.start(checkout.path("course"), PLAIN, "help");
        Running other = checkout.start(checkout.path("course"), PLAIN, "help");
        assertHelped(one.end());
        assertHelped(other.end());
    }

    @Test
    void repairsABuildThatWasKilled() throws Exception {
        for (int milliseconds : new int[] {300, 2500}) {
            Files.deleteIfExists(stamp());
            Running build = checkout.start(checkout.path("course"), PLAIN, "help");
            Thread.sleep(milliseconds);
            build.kill();
            assertHelped(checkout.course(PLAIN, "help"));
        }
    }

    @Test
    void takesOverWhenOnlyTheLauncherWasKilled() throws Exception {
        Files.deleteIfExists(stamp());
        Running build = checkout.start(checkout.path("course"), PLAIN, "help");
        Thread.sleep(1000);
        build.process().destroyForcibly();
        assertHelped(checkout.course(PLAIN, "help"));
    }

    @Test
    void neverStartsWhatDidNotCompile() throws Exception {
        Path broken = checkout.path("src/main/java/openweights/Broken.java");
        Files.writeString(broken, "package openweights;\n\nclass Broken { int x = ; }\n");
        Ended ended = checkout.course(PLAIN, "help");
        Files.delete(broken);
        assertEquals(2, ended.status());
        assertTrue(ended.output().contains("Broken.java:[3,"), ended.output());
        assertFalse(ended.output().contains("Usage: course"), ended.output());
    }

    @Test
    void saysWhenMavenHasNoNetwork() throws Exception {
        Files.deleteIfExists(stamp());
        Path settings = Files.writeString(temporary.resolve("settings.xml"), NO_WAY_OUT);
        String emptyCache = "-Dmaven.repo.local=" + temporary.resolve("empty");
        String arguments = emptyCache + " --settings " + settings;
        Ended ended = checkout.course(Map.of("MAVEN_ARGS", arguments), "help");
        assertEquals(2, ended.status());
        assertTrue(ended.output().contains("connect to the network"), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
    }

    @Test
    void keepsTheJarThatARunningKernelHasOpen() throws Exception {
        assertHelped(checkout.course(PLAIN, "help"));
        Path held = Files.createLink(temporary.resolve("held.jar"), jar());
        Files.deleteIfExists(stamp());
        assertHelped(checkout.course(PLAIN, "help"));
        assertFalse(Files.isSameFile(held, jar()), "the jar was overwritten in place");
    }

    @Test
    void saysNothingOfClassesThatDoNotFit() throws Exception {
        assertHelped(checkout.course(PLAIN, "help"));
        Path archive = checkout.path("target/openweights.jsa");
        byte[] whole = Files.readAllBytes(archive);
        Path library = checkout.path("target/lib/picocli-4.7.7.jar");
        FileTime before = Files.getLastModifiedTime(library);
        Files.setLastModifiedTime(library, FileTime.from(Instant.EPOCH));
        assertHelpedAndNothingElse(checkout.course(PLAIN, "help"));
        Files.setLastModifiedTime(library, before);
        Files.delete(archive); // it is read-only
        assertHelpedAndNothingElse(checkout.course(PLAIN, "help"));
        Files.write(archive, new byte[0]);
        assertHelpedAndNothingElse(checkout.course(PLAIN, "help"));
        Files.write(archive, "It is not an archive.".repeat(1000).getBytes());
        assertHelpedAndNothingElse(checkout.course(PLAIN, "help"));
        Files.write(archive, whole);
    }

    /** Without the optimizing compiler, vectors and SHA-256 run at a fraction of their speed. */
    @Test
    void whatComputesIsOptimized() throws Exception {
        assertEquals("1", lastCompiler("catalogue", "--help"));
        assertEquals("4", lastCompiler("catalogue", "--costs", "--help"));
        assertEquals("4", lastCompiler("audit", "seedling", "--help"));
        assertEquals("1", lastCompiler("inspect", "--json", "--help"));
        assertEquals("4", lastCompiler("inspect", "--hash=tensors", "--help"));
        assertEquals("1", lastCompiler("grade", "01-two-layers", "--help"));
        assertEquals("1", lastCompiler("bench", "grade", "--help"));
        assertEquals("4", lastCompiler("bench", "model", "--help"));
    }

    @Test
    void mapsClassesWhereTheyWereLaidOut() throws Exception {
        assertEquals("0", flag("ArchiveRelocationMode", "help"));
    }

    /** The level that HotSpot's compilers stop at. */
    private static String lastCompiler(String... command) throws Exception {
        return flag("TieredStopAtLevel", command);
    }

    /** An option of the virtual machine, as that of a command says it. */
    private static String flag(String name, String... command) throws Exception {
        Map<String, String> flags = Map.of("JAVA_TOOL_OPTIONS", "-XX:+PrintFlagsFinal");
        String output = checkout.course(flags, command).output();
        return output.lines()
                .filter(line -> line.contains(" " + name + " "))
                .map(line -> line.replaceAll(".*= (\\d+).*", "$1"))
                .findFirst()
                .orElse(output);
    }

    private static void assertHelpedAndNothingElse(Ended ended) {
        assertHelped(ended);
        assertTrue(ended.output().startsWith("Usage: course"), ended.output());
    }

    private static void assertHelped(Ended ended) {
        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().contains("Usage: course"), ended.output());
    }

    private static Path jar() {
        return checkout.path("target/openweights.jar");
    }

    private static Path stamp() throws IOException {
        return checkout.path("target/built-with");
    }
}
