package openweights.grading.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.grading.sandbox.Syscalls.Machine;
import openweights.grading.sandbox.Syscalls.Syscall;

/**
 * Tries to get out of the sandbox that it runs in and reports how far it got: one {@link
 * ProbeFinding} per line.
 */
public final class ProbeMain {

    private static final int MEGABYTE = 1 << 20;

    /** The beginning of an argument with a file or folder that the sandbox shows on purpose. */
    public static final String SHOWN = "shown=";

    /** The beginning of an argument with a folder of which the sandbox must show nothing else. */
    public static final String HIDDEN = "hidden=";

    private final StringBuilder lines = new StringBuilder();
    private final ProbedFiles files;
    private final List<Path> hidden;

    private ProbeMain(List<String> arguments) {
        files = new ProbedFiles(named(arguments, SHOWN));
        hidden = named(arguments, HIDDEN);
    }

    public static void main(String[] arguments) throws IOException {
        ProbeMain probe = new ProbeMain(List.of(arguments));
        probe.tryAll();
        try (OutputStream out = Files.newOutputStream(Path.of("/proc/self/fd/4"))) {
            out.write(probe.lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Path> named(List<String> arguments, String as) {
        return arguments.stream()
                .filter(each -> each.startsWith(as))
                .map(each -> Path.of(each.substring(as.length())))
                .toList();
    }

    private void tryAll() {
        attempt("reach the network", ProbeMain::connect);
        attempt("reach the machine's services", () -> firstOf("/run", "/var/run"));
        attempt("type into the terminal", () -> read(Path.of("/dev/tty")));
        attempt("read other users' files", () -> firstOf("/root", "/home", "/etc/shadow"));
        attempt("read tests and grades", () -> first(hidden));
        attempt("write outside its folder", () -> write(Path.of("/usr/openweights-probe"), 1));
        attempt("fill the disk", () -> write(Path.of("/tmp/openweights-probe"), 1 << 16));
        attempt("write beside its folder", () -> firstWritable("/dev", "/dev/shm", "/", "/run"));
        attempt("run what it has written", ProbeMain::run);
        attempt("keep more memory than allowed", ProbeMain::memory);
        attempt("see other processes", ProbeMain::processes);
        attempt("use capabilities", () -> status("CapEff", "0000000000000000"));
        attempt("gain privileges", () -> status("NoNewPrivs", "1"));
        attempt("create a user namespace", ProbeMain::namespace);
        attempt("read the environment", ProbeMain::environment);
        attempt("learn paths of this machine", ProbeMain::commandLine);
        attempt("call rare parts of the kernel", ProbeMain::systemCalls);
    }

    /** An attempt that returns succeeded; one that throws was stopped. */
    private void attempt(String name, Callable<String> attempt) {
        ProbeFinding finding;
        try {
            finding = new ProbeFinding(name, false, attempt.call());
        } catch (Exception e) {
            finding = new ProbeFinding(name, true, String.valueOf(e.getMessage()));
        }
        lines.append(finding.line());
    }

    private static String connect() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("192.0.2.1", 9), 500);
            return "connected";
        } catch (SocketTimeoutException e) {
            return "packets get out";
        }
    }

    private String firstOf(String... paths) throws IOException {
        return first(Stream.of(paths).map(Path::of).toList());
    }

    private String first(List<Path> paths) throws IOException {
        Optional<Path> readable = files.first(paths.stream());
        return unless(
                readable.isEmpty(),
                readable.map(path -> path + " is readable").orElse("cannot read " + listed(paths)));
    }

    private static String listed(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** Opening is enough: a program that has opened a terminal can push characters into it. */
    private static String read(Path file) throws IOException {
        Files.newInputStream(file).close();
        return "opened";
    }

    private static String write(Path file, int megabytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[MEGABYTE]);
            }
            return megabytes + " MB written";
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String run() throws IOException {
        Path program = Path.of("/tmp/openweights-program");
        Files.copy(Path.of("/bin/true"), program);
        try {
            if (!program.toFile().setExecutable(true)) {
                throw new IOException("it cannot be made executable");
            }
            new ProcessBuilder(program.toString()).start();
            return program + " ran";
        } finally {
            Files.delete(program);
        }
    }

    private static String firstWritable(String... folders) throws IOException {
        for (String each : folders) {
            if (Files.isWritable(Path.of(each))) {
                return each + " is writable";
            }
        }
        throw new IOException("cannot write to " + String.join(", ", folders));
    }

    /** Memory outside the Java heap, which no option of Java limits. */
    private static String memory() throws IOException {
        long limit =
                Files.readAllLines(Path.of("/proc/self/limits")).stream()
                        .filter(line -> line.startsWith("Max data size"))
                        .map(line -> line.split("\\s+")[3])
                        .filter(soft -> soft.matches("\\d+"))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
        String seen = "at most " + limit / MEGABYTE + " MB per process";
        return unless(limit <= 4096L * MEGABYTE, seen);
    }

    /** The first process is bubblewrap itself; its options could name paths outside. */
    private static String commandLine() throws IOException {
        String line = Files.readString(Path.of("/proc/1/cmdline")).replace('\0', ' ').strip();
        return unless(!line.contains("bind"), line);
    }

    /** Perl can make system calls by number, which Java cannot; without Perl, Linux says enough. */
    private static String systemCalls() throws IOException, InterruptedException {
        String filter = status("Seccomp");
        Path perl = Path.of("/usr/bin/perl");
        if (!filter.equals("2") || !Files.isExecutable(perl) || Machine.here().isEmpty()) {
            return unless(filter.equals("2"), "Seccomp " + filter);
        }
        List<Syscall> refused = Syscalls.refused(Machine.here().get());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                perl.toString(),
                                "-e",
                                "for (@ARGV) { my $r = syscall($_ + 0, 0, 0, 0, 0, 0, 0); print"
                                        + " \"$_ \" if $r != -1 || $! != 1 }"));
        refused.forEach(each -> command.add("" + Machine.here().get().number(each)));
        Process process = new ProcessBuilder(command).start();
        String open = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor() == 0;
        String seen =
                open.isBlank()
                        ? refused.size() + " system calls tried, all refused"
                        : "not refused: system calls " + open;
        return unless(ended && open.isBlank(), seen);
    }

    private static String processes() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            long count = all.filter(each -> each.getFileName().toString().matches("\\d+")).count();
            return unless(count <= 4, "sees " + count + " processes, its own among them");
        }
    }

    private static String status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String status(String key, String harmless) throws IOException {
        String value = status(key);
        return unless(value.equals(harmless), key + " " + value);
    }

    private static String namespace() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("unshare", "-U", "true")).start();
        return unless(process.waitFor() != 0, "unshare -U: exit code " + process.exitValue());
    }

    private static String environment() throws IOException {
        List<String> names =
                System.getenv().keySet().stream()
                        .filter(
                                name ->
                                        !name.matches(
                                                "PATH|HOME|SCRATCH|LC_ALL|PWD|SHLVL|_|OLDPWD"))
                        .toList();
        return unless(
                names.isEmpty(),
                names.isEmpty()
                        ? "only variables that the sandbox has set"
                        : String.join(", ", names));
    }

    private static String unless(boolean harmless, String seen) throws IOException {
        if (harmless) {
            throw new IOException(seen);
        }
        return seen;
    }
}
