package openweights.runtime.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Users of this machine, made for a test and removed after it; each has a home that is private. */
final class UnixStudents implements AutoCloseable {

    /** Of this process: another one may remove its own meanwhile. */
    private static final String RUN = Long.toString(ProcessHandle.current().pid(), 36);

    static final String GROUP = "ow-instructors-" + RUN;

    private static final String PASSWORD = "a weight is a number";

    private final List<String> names;

    /**
     * @param homes the folder of their homes
     */
    UnixStudents(Path homes, int count) throws Exception {
        names = IntStream.range(0, count).mapToObj(i -> "ow-" + RUN + "-" + i).toList();
        run("groupadd", "--force", GROUP);
        for (String name : names) {
            run(
                    "useradd",
                    "--create-home",
                    "--home-dir",
                    homes.resolve(name).toString(),
                    "--key",
                    "HOME_MODE=0700",
                    "--shell",
                    "/bin/sh",
                    name);
            input(name + ":" + PASSWORD + "\n", "chpasswd");
        }
    }

    List<String> names() {
        return names;
    }

    String password() {
        return PASSWORD;
    }

    static List<ProcessHandle> processes(String user) {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info().user().equals(Optional.of(user)))
                .toList();
    }

    /** What a program says when a student runs it, and its exit status in the last line. */
    static String as(String user, String... command) throws IOException, InterruptedException {
        return as(List.of("runuser", "-u", user, "--"), command);
    }

    /** The same as a member of the group of instructors. */
    static String asInstructor(String user, String... command)
            throws IOException, InterruptedException {
        return as(List.of("runuser", "-u", user, "-G", GROUP, "--"), command);
    }

    private static String as(List<String> runuser, String... command)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(runuser);
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + process.waitFor();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        input("", command);
    }

    private static void input(String text, String... command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    @Override
    public void close() throws IOException {
        for (String name : names) {
            end("pkill", "-KILL", "-u", name);
            end("userdel", "--force", name);
        }
        end("groupdel", GROUP);
    }

    /** Whether or not there was something to end. */
    private static void end(String... command) throws IOException {
        new ProcessBuilder(command).start().onExit().join();
    }
}
