package openweights.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.base.Folders;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A class on a real hub: each student is a Unix user, logs in with a password through the proxy,
 * runs the first part of lesson 03 in a real kernel, and hands in exercise 01. {@code
 * -Dopenweights.students=30 -Dopenweights.cells=1000} is a large class that runs the whole lesson;
 * with {@code -Dopenweights.cells=0} each kernel runs one cell, and what it holds is printed.
 */
class HubIT {

    private static final int STUDENTS = Integer.getInteger("openweights.students", 3);
    private static final int CELLS = Integer.getInteger("openweights.cells", 4);

    /** What a kernel may hold then; with JDK 17 it is 200 MB, a newer one takes more. */
    private static final long FIRST_CELL_MB = 250;

    /** A machine of two processors takes its time to start a large class. */
    private static final String PATIENT =
            "c.Spawner.start_timeout = 900\nc.Spawner.http_timeout = 900\n";

    private static final String LESSON = "03-a-tiny-network-learns/03-a-tiny-network-learns.ipynb";
    private static final String EXERCISE = "01-two-layers";
    private static final String HANDED_IN = "exercise-" + EXERCISE + ".ipynb";
    private static final String WORKED_ON = "01-what-is-a-weight/" + HANDED_IN;

    private static Path homes;
    private static UnixStudents students;
    private static TestHub hub;

    @BeforeAll
    static void openHub() throws Exception {
        requireHub();
        homes = Files.createTempDirectory("openweights-homes");
        Files.setPosixFilePermissions(homes, PosixFilePermissions.fromString("rwxr-xr-x"));
        students = new UnixStudents(homes, STUDENTS + 4);
        giveDisk(fullDisk(), "1m");
        giveDisk(smallDisk(), "80m");
        hub = new TestHub("users", Map.of(), PATIENT);
        hub.start();
    }

    private static String homeless() {
        return students.names().get(STUDENTS);
    }

    private static String fullDisk() {
        return students.names().get(STUDENTS + 1);
    }

    private static String smallDisk() {
        return students.names().get(STUDENTS + 2);
    }

    private static String withoutWork() {
        return students.names().get(STUDENTS + 3);
    }

    private static void giveDisk(String name, String size) throws Exception {
        String home = homes.resolve(name).toString();
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", home);
        run("chown", name, home);
    }

    /** Root, the Python environment, and npm. */
    static void requireHub() throws Exception {
        Requirement.ROOT.check(
                System.getProperty("user.name").equals("root"),
                "only root can start others' servers");
        Requirement.VENV.check(
                Files.exists(Home.locate().python()), "run ./course lab --set-up-only first");
        Requirement.HUB.check(npm(), "no npm here, which installs the hub's proxy");
    }

    private static boolean npm() throws InterruptedException {
        try {
            return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void closeHub() throws Exception {
        if (hub != null) {
            hub.close();
        }
        if (students != null) {
            students.close();
            run("umount", homes.resolve(fullDisk()).toString());
            run("umount", homes.resolve(smallDisk()).toString());
            Folders.delete(homes);
        }
    }

    @Test
    void aClassWorksAndHandsIn() throws Exception {
        List<HubKernel> kernels = together(HubIT::work);
        printMemory();
        HubStudent first = student(students.names().get(0));
        keepsApart();
        survivesAKilledProxy(first.name(), kernels.get(0));
        survivesAKilledHub(first, kernels.get(0).id());
        assertEquals(STUDENTS, graded());
    }

    /** All but those without a home or with little room. */
    private static List<String> theClass() {
        return students.names().subList(0, STUDENTS);
    }

    private static HubStudent student(String name) {
        return new HubStudent(hub.address(), name);
    }

    /** All students at once. */
    private static List<HubKernel> together(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(STUDENTS);
        try {
            List<Callable<HubKernel>> all = new ArrayList<>();
            theClass().forEach(name -> all.add(() -> work.of(student(name))));
            List<HubKernel> kernels = new ArrayList<>();
            for (Future<HubKernel> each : threads.invokeAll(all)) {
                kernels.add(each.get());
            }
            return kernels;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Work {
        HubKernel of(HubStudent student) throws Exception;
    }

    private static HubKernel work(HubStudent student) throws Exception {
        long begin = System.nanoTime();
        student.logIn(students.password());
        student.start(hub::isAlive);
        long there = System.nanoTime();
        HubKernel kernel = student.kernel(LESSON);
        kernel.execute("var mine = 7;");
        long answered = System.nanoTime();
        StudentMemory first = StudentMemory.ofKernels(student.name());
        assertTrue(first.resident() < FIRST_CELL_MB, "after the first cell: " + first);
        student.run(kernel, LESSON, CELLS);
        handIn(student);
        System.out.printf(
                "%s: server %.1f s, first cell %.1f s (kernel %s), lesson and exercise %.1f s%n",
                student.name(),
                (there - begin) / 1e9,
                (answered - there) / 1e9,
                first,
                (System.nanoTime() - answered) / 1e9);
        return kernel;
    }

    private static void handIn(HubStudent student) throws Exception {
        Exercise exercise = Exercise.read(Path.of("exercises", EXERCISE));
        JsonNode notebook = student.notebook(WORKED_ON);
        for (JsonNode cell : notebook.path("cells")) {
            for (ExerciseCell.Answer question : exercise.questions()) {
                if (cell.path("id").asText().equals(question.id())) {
                    ((ObjectNode) cell).put("source", question.solution());
                }
            }
        }
        student.save(WORKED_ON, notebook);
        student.copy(WORKED_ON, "hand-in");
    }

    /** Neither files nor processes nor servers of one student are another's. */
    private static void keepsApart() throws Exception {
        String ann = students.names().get(0);
        String ben = students.names().get(1);
        Path handIn = hub.folder().resolve("hand-in");
        Path work = homes.resolve(ann).resolve("work");
        assertTrue(Files.exists(handIn.resolve(ann).resolve(HANDED_IN)));
        assertRefused(ben, "ls", work.toString());
        assertRefused(ben, "cat", work.resolve(WORKED_ON).toString());
        assertRefused(ben, "ls", handIn.toString());
        assertRefused(ben, "ls", handIn.resolve(ann).toString());
        assertRefused(ben, "cat", handIn.resolve(ann).resolve(HANDED_IN).toString());
        assertRefused(ben, "cp", "/etc/hostname", handIn.resolve(ann).toString());
        assertRefused(ben, "touch", handIn.resolve("somebody").toString());
        String instructor = UnixStudents.asInstructor(ben, "ls", handIn.toString());
        assertTrue(
                instructor.contains(ann), "an instructor can list what to collect: " + instructor);
        assertRefused(ben, "chmod", "700", handIn.resolve(ann).toString());
        for (String state : List.of("jupyterhub.sqlite", "cookie_secret")) {
            assertRefused(ben, "cat", hub.folder().resolve("state").resolve(state).toString());
        }
        assertRefused(ben, "cat", hub.folder().resolve("jupyterhub_config.py").toString());
        List<ProcessHandle> processes = UnixStudents.processes(ann);
        assertTrue(processes.size() >= 2, "a server and a kernel: " + processes);
        for (ProcessHandle process : processes) {
            assertRefused(ben, "cat", "/proc/" + process.pid() + "/environ");
        }
        HubStudent visitor = student(ben);
        visitor.logIn(students.password());
        assertEquals(403, visitor.status("/user/" + ann + "/api/contents/" + WORKED_ON));
        assertRefused(ben, "touch", Home.locate().libraries().resolve("x").toString());
    }

    private static void assertRefused(String user, String... command) throws Exception {
        String said = UnixStudents.as(user, command);
        assertTrue(
                said.matches("(?s).*(Permission denied|not permitted).*"),
                String.join(" ", command) + ": " + said);
    }

    /** A cell that runs while no connection is left shows what it has printed. */
    private static void survivesAKilledProxy(String name, HubKernel kernel) throws Exception {
        Path begun = homes.resolve(name).resolve("begun");
        Path end = homes.resolve(name).resolve("end");
        String cell =
                "Files.createFile(Path.of(\"%s\"));\nwhile (Files.notExists(Path.of(\"%s\"))) Thread.sleep(50);\nSystem.out.print(\"all of it\");";
        FutureTask<JsonNode> outputs =
                new FutureTask<>(() -> kernel.execute(cell.formatted(begun, end)));
        new Thread(outputs).start();
        while (Files.notExists(begun) && !outputs.isDone()) {
            Thread.sleep(50);
        }
        ProcessHandle proxy = hub.proxy().orElseThrow();
        proxy.destroyForcibly();
        proxy.onExit().join();
        Files.createFile(end);
        hub.awaitAnswer();
        assertEquals("all of it", outputs.get().at("/0/text").asText());
    }

    /** Students go on while there is no hub, and the next hub knows their servers. */
    private static void survivesAKilledHub(HubStudent student, String kernel) throws Exception {
        student.logIn(students.password());
        student.start(hub::isAlive);
        hub.kill();
        assertEquals("7", value(student.kernelWithId(kernel), "mine"));
        hub.start();
        student.start(hub::isAlive);
        assertEquals("7", value(student.kernelWithId(kernel), "mine"));
    }

    private static String value(HubKernel kernel, String name) throws Exception {
        String value = kernel.execute(name).path(0).path("data").path("text/plain").asText();
        kernel.disconnect();
        return value;
    }

    /** How many students get all points. */
    private static long graded() throws Exception {
        Path grading = homes.resolve("grading");
        Path handIn = hub.folder().resolve("hand-in");
        course("collect", EXERCISE, handIn.toString(), "--from", "hub", "--grading", "" + grading);
        course("grade", EXERCISE, "--grading", "" + grading);
        try (Stream<String> results =
                Files.lines(grading.resolve(EXERCISE).resolve("results.jsonl"))) {
            return results.filter(each -> !each.contains("\"verdict\":\"FAIL\"")).count();
        }
    }

    private static void course(String... arguments) throws Exception {
        Process process = command(List.of(arguments), Map.of());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        System.out.print(said);
    }

    private static Process command(List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        Path target = Home.locate().root().resolve("target");
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-Dopenweights.home=" + Home.locate().root());
        command.addAll(List.of("-cp", target + "/openweights.jar:" + target + "/lib/*"));
        command.add("openweights.cli.Main");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void printMemory() throws IOException {
        long all = 0;
        for (String name : theClass()) {
            StudentMemory server = StudentMemory.ofServer(name);
            StudentMemory kernels = StudentMemory.ofKernels(name);
            all += server.share() + kernels.share();
            System.out.printf("%s: server %s, kernel %s%n", name, server, kernels);
        }
        System.out.printf("%d students: %d MB%n", STUDENTS, all);
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + other.getLocalPort();
            String said = TestHub.start(homes.resolve("second"), address);
            assertTrue(
                    said.contains(
                            "The hub cannot listen at " + address + ": Address already in use."),
                    said);
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Path home = homes.resolve(homeless());
        Folders.delete(home);
        String noHome = refusal(homeless());
        assertTrue(
                noHome.contains(
                        "%s has no home folder: %s does not exist.".formatted(homeless(), home)),
                noHome);
        String full = refusal(fullDisk());
        assertTrue(
                full.contains("The disk of %s is full: ".formatted(homes.resolve(fullDisk()))),
                full);
    }

    /** Before its timeout, which this hub has set to a quarter of an hour. */
    @Test
    void saysAtOnceThatAServerHasEnded() throws Exception {
        String name = withoutWork();
        Path file = Files.createFile(homes.resolve(name).resolve("work"));
        String said = refusal(name);
        assertTrue(said.contains("The server of " + name + " ended (status "), said);
        String log = hub.log();
        int end = log.indexOf("The server of " + name + " ended with status");
        assertTrue(end >= 0, log);
        assertTrue(log.substring(0, end).contains(file.toString()), log);
    }

    /** The disk becomes full while a student works. */
    @Test
    void aFullDiskCostsNothingThatWasSaved() throws Exception {
        HubStudent student = student(smallDisk());
        student.logIn(students.password());
        student.start(hub::isAlive);
        HubKernel kernel = student.kernel(LESSON);
        Path filler = homes.resolve(smallDisk()).resolve("work/filler");
        run("dd", "status=none", "if=/dev/zero", "of=" + filler, "bs=1M", "count=100");
        JsonNode saved = student.notebook(LESSON);
        ObjectNode changed = saved.deepCopy();
        ObjectNode mine = changed.withArray("cells").addObject();
        mine.put("id", "mine").put("cell_type", "raw").put("source", "mine").putObject("metadata");
        String refusal = student.refusalToSave(LESSON, changed);
        assertTrue(refusal.contains("No space left on device"), refusal);
        assertEquals(saved, student.notebook(LESSON));
        assertEquals("7", value(kernel, "3 + 4"));
        student.delete("filler"); // not into a trash on the same disk
        student.save(LESSON, changed);
        assertEquals(saved.path("cells").size() + 1, student.notebook(LESSON).path("cells").size());
    }

    @Test
    void saysThatNpmIsMissing() throws Exception {
        Process process =
                command(
                        List.of("hub", homes.resolve("without-npm").toString()),
                        Map.of("PATH", "/nowhere"));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.contains("npm was not found."), said);
    }

    private static String refusal(String name) throws Exception {
        HubStudent student = student(name);
        student.logIn(students.password());
        return student.refusal();
    }

    private static void run(String... command) throws Exception {
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
