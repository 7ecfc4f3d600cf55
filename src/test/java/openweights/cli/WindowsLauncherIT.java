package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import openweights.base.Folders;
import openweights.base.Home;
import openweights.cli.Checkout.Ended;
import openweights.cli.WindowsProgram.Started;
import openweights.engine.train.TrainingAllocationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher for Windows, as it is, run by Wine's cmd.exe. The JDKs are folders with a small
 * program that notes how it was started; Maven is a batch file.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs Wine, which is not for Windows")
class WindowsLauncherIT {

    private static final String MODULES = "java.base java.compiler jdk.compiler jdk.jshell jdk.net";

    private static final String GOOD_MAVEN =
            """
            @echo off
            echo %*>maven.txt
            cd>>maven.txt
            echo %JAVA_HOME%>>maven.txt
            set MAVEN_USER_HOME>>maven.txt
            if not exist target md target
            echo jar>target\\openweights.jar
            exit /b 0
            """;

    /** What the launcher hands to Java before the user's own arguments. */
    private static final List<String> HEAP =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms16m",
                    "-XX:MaxNewSize=8m",
                    "-XX:MinHeapDeltaBytes=32m",
                    "-XX:MinHeapFreeRatio=5",
                    "-XX:MaxHeapFreeRatio=10",
                    "-XX:MarkSweepDeadRatio=0",
                    "-XX:TrimNativeHeapInterval=250",
                    "-XX:MaxRAMPercentage=80");

    private static final List<String> QUICK =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:MaxNewSize=16m",
                    "-XX:CompileThresholdScaling=4",
                    "-XX:TieredStopAtLevel=1");

    @TempDir static Path shared;
    private static Wine wine;

    @TempDir Path machine;
    private Path course;

    @BeforeAll
    static void startWine() throws Exception {
        wine = new Wine(shared.resolve("wine"));
    }

    @AfterAll
    static void endWine() throws Exception {
        if (wine != null) {
            wine.end();
        }
    }

    @BeforeEach
    void copyLauncher() throws IOException {
        for (String name : List.of(".jdks", ".m2", "scoop")) {
            Folders.delete(wine.profile().resolve(name));
        }
        course = Files.createDirectories(machine.resolve("Kürs & (1) ^x !y! of weights"));
        Files.copy(Home.locate().root().resolve("course.cmd"), course.resolve("course.cmd"));
        write("pom.xml", "<project/>\n");
        write("src/main/java/A.java", "class A {}\n");
        write("src/main/resources/a/a.txt", "a\n");
        batch("mvnw.cmd", GOOD_MAVEN);
    }

    // --- the file ---

    @Test
    void hasTheLineEndsOfWindowsAndPlainLetters() throws IOException {
        String text = Files.readString(course.resolve("course.cmd"), StandardCharsets.US_ASCII);
        assertEquals(text, text.replaceAll("\r?\n", "\r\n"));
    }

    /** What comes after it would run a second time when the file grows while a lesson is open. */
    @Test
    void endsWithTheCommandThatStartsJava() throws IOException {
        String text = Files.readString(course.resolve("course.cmd"));
        assertTrue(text.endsWith("openweights.cli.Main %*\r\n"), text);
    }

    /** Maven lies in the user's home folder. Wine has no PowerShell to run the wrapper with. */
    @Test
    void hasAWrapperThatBearsABlankInTheUsersName() throws IOException {
        String text = Files.readString(Home.locate().root().resolve("mvnw.cmd"));
        assertTrue(text.contains("(\"%__MVNW_CMD__%\" %*)"), text);
    }

    // --- the JDK ---

    @Test
    void saysWhenThereIsNoJavaAtAll() throws Exception {
        Ended ended = run(Map.of());
        assertEquals(2, ended.status());
        assertSays(ended, "course: no JDK 17 or newer");
        assertSays(ended, "JAVA_HOME, PATH and the usual folders: no Java at all");
        assertSays(ended, "Next step: winget install");
    }

    @Test
    void refusesAnOldJavaHome() throws Exception {
        Path home = jdk("jdk 11", "11.0.2", "x86_64", MODULES);
        assertRefused(home, "  JAVA_HOME: " + Wine.name(home) + ": Java 11.0.2: too old");
    }

    @Test
    void refusesTheFirstNumberOfOldVersions() throws Exception {
        assertRefused(jdk("jdk8", "1.8.0_392", "amd64", ""), "Java 1.8.0_392: too old");
    }

    @Test
    void refusesARuntimeWithoutCompiler() throws Exception {
        Path home = jdk("jre", "21.0.4", "x86_64", MODULES);
        Files.delete(home.resolve("bin/javac.exe"));
        assertRefused(home, "Java 21.0.4, but a JRE: it has no bin\\javac.exe");
    }

    @Test
    void refusesJavaFor32Bit() throws Exception {
        Path home = jdk("jdk-32", "17.0.9", "i586", MODULES);
        assertRefused(home, "Java 17.0.9 for i586: on Windows the course needs one for x86_64");
    }

    @Test
    void tellsOwnersOfArmWhatRunsThere() throws Exception {
        Path home = jdk("jdk-arm", "21.0.4", "aarch64", MODULES);
        assertRefused(
                home,
                "Java 21.0.4 for aarch64: on Windows the course needs one for x86_64 (64 bit), which Windows on ARM runs too");
    }

    @Test
    void refusesJavaWithoutJShell() throws Exception {
        Path home = jdk("small", "21.0.4", "x86_64", "java.base jdk.compiler jdk.jshells");
        assertRefused(home, "Java 21.0.4 without the module jdk.jshell");
    }

    @Test
    void namesAJavaHomeThatIsNoJdk() throws Exception {
        Path home = Files.createDirectories(machine.resolve("no & (jdk) #1"));
        assertRefused(home, "  JAVA_HOME: " + Wine.name(home) + ": no Java in it");
    }

    @Test
    void namesAReleaseFileWithoutAVersion() throws Exception {
        Path home = Files.createDirectories(machine.resolve("empty"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"none\"\n");
        assertRefused(home, ": no Java in it");
    }

    @Test
    void takesJavaHomeAsPeopleWriteIt() throws Exception {
        Path home = jdk("JDK & (21) ^ö !", "21.0.4", "x86_64", MODULES);
        for (String form : List.of("%s", "%s\\", "\"%s\"", "\"%s\\\"")) {
            assertStarted(run(Map.of("JAVA_HOME", form.formatted(Wine.name(home)))), home);
        }
    }

    @Test
    void takesAVersionOfTomorrowAndAllModules() throws Exception {
        Path home = jdk("jdk", "27-ea", "amd64", "");
        assertStarted(run(javaHome(home)), home);
    }

    @Test
    void takesTheJavaOnThePath() throws Exception {
        Path home = jdk("a jdk", "21.0.4", "x86_64", MODULES);
        assertStarted(run(path(home.resolve("bin"))), home);
    }

    @Test
    void takesTheJdkBehindARuntimeOnThePath() throws Exception {
        Path runtime = jdk("jre8", "1.8.0_392", "amd64", "");
        Files.delete(runtime.resolve("bin/javac.exe"));
        Path home = jdk("a jdk", "21.0.4", "x86_64", MODULES);
        assertStarted(run(path(runtime.resolve("bin"), home.resolve("bin"))), home);
    }

    @Test
    void asksAStandInOnThePath() throws Exception {
        Path home = jdk("real (x86)/jdk", "21.0.4", "x86_64", MODULES);
        String says = "Property settings:\r\n    java.home = " + Wine.name(home) + "\r\n";
        Path shims = Files.createDirectories(machine.resolve("ver man/shims"));
        program(shims.resolve("java.exe"), says, 0);
        assertStarted(run(path(shims)), home);
    }

    @Test
    void looksIntoTheUsualFolders() throws Exception {
        Path old = jdk("old", "11.0.2", "x86_64", MODULES);
        Map<String, String> environment = new HashMap<>(javaHome(old));
        environment.put("ProgramFiles", Wine.name(machine.resolve("Program Files (x86)")));
        for (Path place :
                List.of(
                        machine.resolve("Program Files (x86)/Eclipse Adoptium/jdk-21 & more"),
                        machine.resolve("Program Files (x86)/Java/jdk-21"),
                        wine.profile().resolve(".jdks/temurin-21.0.4"),
                        wine.profile().resolve("scoop/apps/openjdk21/current"))) {
            jdk(place.resolveSibling("a file's folder").toString(), "17.0.1", "i586", MODULES);
            Path home = jdk(place.toString(), "21.0.4", "x86_64", MODULES);
            Ended ended = run(environment);
            assertStarted(ended, home);
            Folders.delete(home);
        }
        Ended ended = run(environment);
        assertEquals(2, ended.status());
        assertSays(ended, "JAVA_HOME: " + Wine.name(old) + ": Java 11.0.2: too old");
        assertSays(ended, "\\.jdks\\a file's folder: Java 17.0.1 for i586");
    }

    // --- the start ---

    @Test
    void startsJavaWithNothingButWhatIsMeant() throws Exception {
        Path home = built();
        assertEquals(7, run(javaHome(home), "help").status());
        assertEquals(expected(home, QUICK, "help"), started().arguments());
        assertFalse(Files.exists(course.resolve("maven.txt")), "it was built again");
    }

    @Test
    void keepsTheHeapSmallBesideALargeModel() throws Exception {
        Path home = built();
        for (String command : List.of("generate", "chat", "bench")) {
            run(javaHome(home), command, "seedling");
            assertEquals(expected(home, HEAP, command, "seedling"), started().arguments());
        }
        run(javaHome(home), "help", "generate");
        assertEquals(expected(home, QUICK, "help", "generate"), started().arguments());
    }

    @Test
    void leavesOutTheSlowCompilerWhereLittleIsComputed() throws Exception {
        Path home = built();
        for (String command : List.of("--help", "--version", "models", "doctor")) {
            run(javaHome(home), command);
            assertEquals(expected(home, QUICK, command), started().arguments());
        }
        for (String command :
                List.of("catalogue", "audit", "inspect")) { // measures memory, or hashes
            run(javaHome(home), command);
            assertEquals(expected(home, QUICK.subList(0, 3), command), started().arguments());
        }
        run(javaHome(home), "train");
        assertEquals(expected(home, List.of(), "train"), started().arguments());
    }

    @Test
    void mapsTheClassesThatTheBuildLaidOut() throws Exception {
        Path home = built();
        write("target/openweights.jsa", "");
        run(javaHome(home), "train");
        String archive = Wine.name(course) + "\\target\\openweights.jsa";
        String picocli = Wine.name(course) + "\\target\\picocli.jar";
        assertEquals(
                expected(
                        home,
                        List.of(
                                "-XX:SharedArchiveFile=" + archive,
                                "-Xlog:disable",
                                "-Xbootclasspath/a:" + picocli),
                        "train"),
                started().arguments());
    }

    @Test
    void handsOnWhatTheUserTyped() throws Exception {
        Path home = built();
        String[] typed = {
            "tokenize", "a  b & c", "größer?", "(1) a", "x^y | z", "!", "--to=C:\\a b"
        };
        run(javaHome(home), typed);
        assertEquals(expected(home, List.of(), typed), started().arguments());
    }

    @Test
    void leavesTheEnvironmentAlone() throws Exception {
        Path home = built();
        Map<String, String> environment = new HashMap<>(javaHome(home));
        environment.put("VERSION", "mine");
        environment.put("ARCH", "mine");
        environment.put("ROOT", "mine");
        run(environment, "help");
        Set<String> names = new TreeSet<>(started().environment().keySet());
        wine.cmd(course, environment, Wine.name(home.resolve("bin/java.exe")));
        Started plain = started();
        names.removeAll(plain.environment().keySet());
        names.removeIf(name -> name.startsWith("course_"));
        assertEquals(Set.of("OMP_WAIT_POLICY"), names);
        run(environment, "help");
        for (String name : List.of("VERSION", "ARCH", "ROOT", "USERPROFILE")) {
            assertEquals(plain.environment().get(name), started().environment().get(name), name);
        }
    }

    @Test
    void startsAtTheRootOfADrive() throws Exception {
        Path home = built();
        wine.drive('k', course);
        Map<String, String> environment = javaHome(home);
        wine.cmd(machine, environment, "call", "k:\\course.cmd", "help");
        assertTrue(started().arguments().contains("-Dopenweights.home=k:\\"), commandLine());
        assertTrue(
                started().arguments().contains("k:\\target\\openweights.jar;k:\\target\\lib\\*"),
                commandLine());
        assertFalse(Files.exists(course.resolve("maven.txt")), "it was built again");
    }

    @Test
    void startsFromAnotherFolderAndStaysThere() throws Exception {
        Path home = built();
        Path other = Files.createDirectories(machine.resolve("another folder"));
        wine.cmd(other, javaHome(home), "call", "..\\" + course.getFileName() + "\\course.cmd");
        assertEquals(expected(home, QUICK), started().arguments());
        assertEquals(Wine.name(other), started().environment().get("=Z:"));
    }

    // --- the build ---

    @Test
    void buildsOnceByTheWrapperInTheCoursesFolder() throws Exception {
        Path home = jdk("jdk", "21.0.4", "x86_64", MODULES);
        Ended ended = run(javaHome(home), "help");
        assertEquals(7, ended.status(), ended.output());
        assertSays(ended, "the first build downloads libraries");
        List<String> maven =
                Files.readAllLines(course.resolve("maven.txt"), StandardCharsets.ISO_8859_1);
        assertEquals(
                "-B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Dopenweights.quick package",
                maven.get(0).replace("\"", "").replaceAll(" +", " ").strip());
        assertTrue(maven.get(1).endsWith("^x !y! of weights"), maven.toString());
        assertEquals(Wine.name(home), maven.get(2));
        assertEquals(3, maven.size(), "MAVEN_USER_HOME was set");
        assertBuilds(false, home);
    }

    @Test
    void buildsAgainWhenAnythingChanged() throws Exception {
        Path home = built();
        Path source = course.resolve("src/main/java/A.java");
        Path resource = course.resolve("src/main/resources/a/a.txt");
        assertBuilds(false, home);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        assertBuilds(true, home);
        // As out of an archive that was packed long ago.
        Files.setLastModifiedTime(resource, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertBuilds(true, home);
        write("src/main/java/b/B.java", "class B {}\n");
        assertBuilds(true, home);
        Files.delete(course.resolve("src/main/java/b/B.java"));
        assertBuilds(true, home);
        Files.setLastModifiedTime(course.resolve("pom.xml"), FileTime.from(Instant.now()));
        assertBuilds(true, home);
        Files.delete(course.resolve("target/openweights.jar"));
        assertBuilds(true, home);
        assertBuilds(true, jdk("another", "21.0.5", "x86_64", MODULES));
    }

    /** Otherwise nobody could work while whoever installed a shared course updates it. */
    @Test
    void studentsOfASharedCourseNeverBuildIt() throws Exception {
        Path home = built();
        Path source = course.resolve("src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        Folders.delete(wine.profile().resolve(".m2"));
        Files.writeString(wine.profile().resolve(".m2"), "in the way\n");
        Map<String, String> student = new HashMap<>(javaHome(home));
        student.put("OPENWEIGHTS_STUDENT", "Z:\\home\\ada");
        Ended ended = run(student, "help");
        assertStarted(ended, home);
        assertFalse(Files.exists(course.resolve("maven.txt")), "it was built");
        assertFalse(ended.output().contains("Maven and pip"), ended.output());
        assertEquals("Z:\\home\\ada", started().environment().get("OPENWEIGHTS_STUDENT"));
        assertFalse(started().environment().containsKey("MAVEN_USER_HOME"));
    }

    @Test
    void buildsAgainWhenItCannotCompare() throws Exception {
        Path home = built();
        Map<String, String> environment = new HashMap<>(javaHome(home));
        environment.put("WINEPATH", "C:\\without\\xcopy");
        assertStarted(run(environment, "help"), home);
        assertTrue(Files.exists(course.resolve("maven.txt")), "it was not built");
    }

    @Test
    void buildsAgainWhenASourceChangedDuringTheBuild() throws Exception {
        batch(
                "mvnw.cmd",
                GOOD_MAVEN.replace("exit /b 0", "echo more>src\\main\\java\\A.java\nexit /b 0"));
        Path home = jdk("jdk", "21.0.4", "x86_64", MODULES);
        assertBuilds(true, home);
        batch("mvnw.cmd", GOOD_MAVEN);
        assertBuilds(true, home);
        assertBuilds(false, home);
    }

    @Test
    void saysWhenMavenHasNoNetwork() throws Exception {
        Path home = built();
        Files.delete(course.resolve("target/built-with"));
        batch(
                "mvnw.cmd",
                """
                @echo off
                echo [INFO] Scanning
                echo [ERROR] Could not transfer artifact a:b "c" from central: Unknown host
                echo [ERROR]         at a.b.C
                exit /b 1
                """);
        Ended ended = run(javaHome(home), "help");
        assertEquals(2, ended.status());
        assertSays(ended, "  [ERROR] Could not transfer artifact a:b 'c' from central");
        assertSays(ended, "Next step: connect to the network and run course again.");
        assertSays(ended, "!y! of weights\\.course\\build.log");
        assertFalse(ended.output().contains("at a.b.C"), ended.output());
        assertFalse(ended.output().contains("hello"), ended.output());
    }

    @Test
    void neverStartsWhatDidNotCompile() throws Exception {
        Path home = built();
        write("src/main/java/Broken.java", "class Broken { int x = ; }\n");
        batch(
                "mvnw.cmd",
                """
                @echo off
                echo [INFO] Compiling
                echo [ERROR] Broken.java:[1,24] ^& more (1) illegal start of expression
                exit /b 1
                """);
        for (int time = 0; time < 2; time++) {
            Ended ended = run(javaHome(home), "help");
            assertEquals(2, ended.status());
            assertSays(ended, "Broken.java:[1,24]");
            assertSays(ended, "course: the build failed.");
            assertFalse(ended.output().contains("[INFO]"), ended.output());
            assertFalse(ended.output().contains("hello"), ended.output());
        }
        Files.delete(course.resolve("src/main/java/Broken.java"));
        batch("mvnw.cmd", GOOD_MAVEN);
        assertBuilds(true, home);
    }

    @Test
    void namesTheApostropheThatTheWrapperCannotBear() throws Exception {
        Path home = jdk("jdk", "21.0.4", "x86_64", MODULES);
        course = Files.move(course, machine.resolve("O'Brien's course"));
        batch("mvnw.cmd", "@echo Cannot start maven from wrapper\n@exit /b 1\n");
        Ended ended = run(javaHome(home), "help");
        assertEquals(2, ended.status());
        assertSays(ended, "The folder's path has an apostrophe");
    }

    @Test
    void saysWhenTheFolderCannotBeWritten() throws Exception {
        Path home = jdk("jdk", "21.0.4", "x86_64", MODULES);
        write(".course", "in the way\n");
        Ended ended = run(javaHome(home), "help");
        assertEquals(2, ended.status());
        assertSays(ended, "!y! of weights cannot be written.");
        assertFalse(Files.exists(course.resolve("maven.txt")), "Maven was started");
    }

    @Test
    void keepsDownloadsInTheProjectWhenTheHomeFolderCannotBeWritten() throws Exception {
        Path home = jdk("jdk", "21.0.4", "x86_64", MODULES);
        Files.createDirectories(wine.profile());
        Files.writeString(wine.profile().resolve(".m2"), "in the way\n");
        Ended ended = run(javaHome(home), "help");
        assertEquals(7, ended.status(), ended.output());
        assertSays(ended, "Maven and pip keep their downloads in .course.");
        String maven = Files.readString(course.resolve("maven.txt"), StandardCharsets.ISO_8859_1);
        assertTrue(maven.contains(" -Dmaven.repo.local=.course\\maven\\repository "), maven);
        assertTrue(maven.contains("!y! of weights\\.course\\maven"), maven);
        String caches = Wine.name(course.resolve(".course"));
        assertTrue(
                started()
                        .arguments()
                        .contains("-Dmaven.repo.local=" + caches + "\\maven\\repository"),
                commandLine());
        assertEquals(caches + "\\maven", started().environment().get("MAVEN_USER_HOME"));
        assertEquals(caches + "\\pip", started().environment().get("PIP_CACHE_DIR"));
    }

    @Test
    void waitsWhileAnotherOneBuilds() throws Exception {
        Path home = jdk("jdk", "21.0.4", "x86_64", MODULES);
        batch("mvnw.cmd", "@echo begun>>begun.txt\n@ping -n 8 127.0.0.1\n" + GOOD_MAVEN);
        Wine.Running one = wine.start(course, javaHome(home), "course.cmd", "help");
        while (one.process().isAlive() && !Files.exists(course.resolve("begun.txt"))) {
            Thread.sleep(50);
        }
        Ended other = run(javaHome(home), "help");
        assertTrue(Files.exists(course.resolve("target/openweights.jar")), "it did not wait");
        assertEquals(7, one.end().status(), one.end().output());
        assertEquals(7, other.status(), other.output());
        assertSays(other, "Another course is building. Waiting for it");
        assertEquals(1, Files.readAllLines(course.resolve("begun.txt")).size());
    }

    // --- what the tests are written with ---

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        Files.deleteIfExists(record());
        List<String> command = new ArrayList<>(List.of("course.cmd"));
        command.addAll(List.of(arguments));
        return wine.cmd(course, environment, command.toArray(String[]::new));
    }

    private static Map<String, String> javaHome(Path home) {
        return Map.of("JAVA_HOME", Wine.name(home));
    }

    private static Map<String, String> path(Path... folders) {
        List<String> names = new ArrayList<>(List.of("C:\\windows\\system32"));
        List.of(folders).forEach(folder -> names.add(Wine.name(folder)));
        return Map.of("WINEPATH", String.join(";", names));
    }

    /** A course that was built by the JDK that is returned. */
    private Path built() throws Exception {
        Path home = jdk("a jdk", "21.0.4", "x86_64", MODULES);
        assertStarted(run(javaHome(home)), home);
        Files.delete(course.resolve("maven.txt"));
        return home;
    }

    private void assertBuilds(boolean expected, Path home) throws Exception {
        Files.deleteIfExists(course.resolve("maven.txt"));
        assertStarted(run(javaHome(home), "help"), home);
        assertEquals(expected, Files.exists(course.resolve("maven.txt")));
    }

    private void assertRefused(Path home, String complaint) throws Exception {
        Ended ended = run(javaHome(home), "help");
        assertEquals(2, ended.status());
        assertSays(ended, complaint);
        assertSays(ended, "Next step: ");
    }

    private void assertStarted(Ended ended, Path home) throws IOException {
        assertTrue(ended.output().contains("hello"), ended.output());
        assertEquals(7, ended.status(), ended.output());
        String name = started().environment().get("JAVA_HOME");
        assertTrue(Files.isSameFile(home, file(name)), name);
        assertEquals(name + "\\bin\\java.exe", started().arguments().get(0));
    }

    private static void assertSays(Ended ended, String text) {
        assertTrue(ended.output().contains(text), ended.output());
    }

    private List<String> expected(Path home, List<String> heap, String... typed) {
        String folder = Wine.name(course);
        List<String> all = new ArrayList<>();
        all.add(Wine.name(home) + "\\bin\\java.exe");
        all.add("-XX:+IgnoreUnrecognizedVMOptions");
        all.add("-XX:-UsePerfData");
        all.add("-XX:+UnlockExperimentalVMOptions");
        all.add("-XX:+EnableVectorSupport");
        all.addAll(heap);
        all.add("-XX:+UnlockDiagnosticVMOptions");
        all.add("-XX:ArchiveRelocationMode=0");
        all.add(TrainingAllocationTest.TRAPS);
        all.add("-XX:CompileCommand=quiet");
        all.add(TrainingAllocationTest.SEPARATE);
        all.add("--add-exports");
        all.add("java.base/jdk.internal.module=ALL-UNNAMED");
        all.add("--enable-native-access=ALL-UNNAMED");
        all.add("--sun-misc-unsafe-memory-access=allow");
        all.add("-Djava.awt.headless=true");
        all.add("-Dopenweights.home=" + folder);
        all.add("-Dorg.bytedeco.javacpp.cachedir=" + folder + "\\.course\\natives");
        all.add("-cp");
        all.add(folder + "\\target\\openweights.jar;" + folder + "\\target\\lib\\*");
        all.add("openweights.cli.Main");
        all.addAll(List.of(typed));
        return all;
    }

    private Path record() {
        return machine.resolve("started.bin");
    }

    private Started started() throws IOException {
        return Started.read(record());
    }

    private String commandLine() throws IOException {
        return started().commandLine();
    }

    /** The file that has a name in Windows. */
    private static Path file(String name) {
        String path = name.substring(2).replace('\\', '/');
        return name.startsWith("C:") ? Path.of(wine.driveC() + path) : Path.of(path);
    }

    private Path jdk(String name, String version, String architecture, String modules)
            throws IOException {
        Path home = Files.createDirectories(machine.resolve(name));
        String release =
                "IMPLEMENTOR=\"Größe & Co. (!)\"%nJAVA_VERSION=\"%s\"%nOS_ARCH=\"%s\"%n"
                                .formatted(version, architecture)
                        + (modules.isEmpty() ? "" : "MODULES=\"%s\"%n".formatted(modules));
        Files.writeString(home.resolve("release"), release);
        program(home.resolve("bin/java.exe"), "hello\r\n", 7);
        program(home.resolve("bin/javac.exe"), "", 0);
        return home;
    }

    private void program(Path file, String says, int status) throws IOException {
        WindowsProgram.write(file, Wine.name(record()), says, status);
    }

    private void write(String name, String text) throws IOException {
        Path file = course.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void batch(String name, String text) throws IOException {
        write(name, text.replace("\n", "\r\n"));
    }
}
