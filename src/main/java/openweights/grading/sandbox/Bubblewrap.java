package openweights.grading.sandbox;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.grading.sandbox.Syscalls.Machine;

/**
 * Linux namespaces by {@code bwrap}: a file system that holds only what is mounted, no network, its
 * own process ids, no capabilities.
 *
 * <p>Five things are less simple than they look. When root runs bwrap, root's capabilities remain
 * inside, so root first becomes a user that owns nothing. A process limit set outside counts the
 * processes of all of a user's sandboxes, so limits are set inside, where the user namespace has
 * its own count. And another user namespace inside would expose more of the kernel, so creating one
 * is refused, as are other system calls: see {@link Syscalls}. The scratch folder is mounted before
 * bwrap starts: see {@link Scratch}. Last, every program in the sandbox sees bwrap's command line,
 * so that line holds no path of this machine.
 */
public final class Bubblewrap implements Sandbox {

    /** The program's limits and command, inside the sandbox. */
    private static final String START = "/start";

    /** A user id that has no account and owns no file. */
    private static final int UNUSED_UID = 61_234;

    /** The shell opens the files and becomes bwrap, which keeps the descriptors. */
    private static final String WITH_FILES =
            "IFS='\n"
                    + "'; for door in $DOORS; do echo 0 > \"$door\" || exit 71; done; exec \"$@\""
                    + " 7<\"$PROGRAM\" 8<\"$OPTIONS\" 9<\"$FILTER\"";

    private final String version;
    private final boolean root;
    private final StartFiles files;
    private final Optional<ControlGroups> groups = ControlGroups.find(Limits.DEFAULT);
    private final Optional<Scratch> scratch;
    private final Optional<Path> detours;
    private final Map<Process, ControlGroup> running =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Bubblewrap(String version, boolean root, StartFiles files) throws IOException {
        this.version = version;
        this.root = root;
        this.files = files;
        scratch = Scratch.find(root, asUser(UNUSED_UID));
        detours = root ? Optional.of(MountPoint.create("openweights-detour")) : Optional.empty();
    }

    /**
     * @param version as bwrap names itself
     * @param root whether root runs it
     * @throws UserException if there is no filter of system calls for this machine
     */
    static Bubblewrap of(String version, boolean root) {
        Machine machine =
                Machine.here()
                        .orElseThrow(
                                () ->
                                        new UserException(
                                                "There is no sandbox for processors of the type %s. Grade on x86-64 or AArch64. If you trust every submission, grade with --unsandboxed; reports say so."
                                                        .formatted(System.getProperty("os.arch"))));
        try {
            return new Bubblewrap(version, root, StartFiles.of(SeccompFilter.of(machine)));
        } catch (IOException e) {
            throw new UserException(
                    "The folder for temporary files cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public Process start(SandboxSpec spec) throws IOException {
        Optional<Detour> detour = detours.flatMap(place -> Detour.to(spec.mounts(), place));
        ProcessBuilder builder = new ProcessBuilder(command(detour, spec.limits()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PROGRAM", files.text(script(spec)).toString());
        environment.put(
                "OPTIONS", files.text(String.join("\0", options(spec, detour)) + "\0").toString());
        environment.put("FILTER", files.filter().toString());
        if (groups.isEmpty()) {
            environment.put("DOORS", "");
            return builder.start();
        }
        return start(builder, groups.get().create(spec.limits()));
    }

    private Process start(ProcessBuilder builder, ControlGroup group) throws IOException {
        builder.environment()
                .put("DOORS", group.doors().stream().map(Path::toString).collect(joining("\n")));
        try {
            Process process = builder.start();
            running.put(process, group);
            CompletableFuture<Void> unused = process.onExit().thenRun(group::remove);
            return process;
        } catch (IOException e) {
            group.remove();
            throw e;
        }
    }

    @Override
    public boolean exceeded(Process process) {
        ControlGroup group = running.get(process);
        return group != null && group.exceeded();
    }

    @Override
    public String bounds() {
        long megabytes = Limits.DEFAULT.memoryBytes() >> 20;
        return groups.isPresent()
                ? "control groups, version %d: all processes of a submission together hold at most %d MB"
                        .formatted(groups.get().version(), megabytes)
                : "no control group can be made here, so the grader itself ends a submission that holds more than %d MB, within half a second. For an exact limit, put this before the command: systemd-run --user --scope -p Delegate=yes"
                        .formatted(megabytes);
    }

    @Override
    public String name() {
        return version;
    }

    private List<String> command(Optional<Detour> detour, Limits limits) {
        List<String> command = new ArrayList<>();
        detour.ifPresent(each -> command.addAll(each.command()));
        scratch.ifPresent(each -> command.addAll(each.command(limits.scratchBytes())));
        command.addAll(List.of("/bin/sh", "-c", WITH_FILES, "sh"));
        if (root) {
            command.addAll(asUser(UNUSED_UID));
        }
        command.addAll(List.of("bwrap", "--args", "8", "--seccomp", "9", "--"));
        command.addAll(List.of("/bin/sh", START));
        return command;
    }

    /** Everything that names a folder of this machine. */
    private List<String> options(SandboxSpec spec, Optional<Detour> detour) {
        List<String> options = new ArrayList<>(isolation());
        options.addAll(files(spec, detour));
        options.addAll(List.of("--perms", "0555", "--ro-bind-data", "7", START));
        // The root is itself a file system in memory, of unbounded size, and so is /dev.
        options.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"));
        return options;
    }

    /** Root owns the pipes, but the program must be able to open them by their names in /proc. */
    static List<String> asUser(int uid) {
        return List.of(
                "/bin/sh",
                "-c",
                "chmod a+rw /proc/self/fd/0 /proc/self/fd/1 && exec \"$@\"",
                "sh",
                "setpriv",
                "--reuid=" + uid,
                "--regid=" + uid,
                "--clear-groups",
                "--no-new-privs",
                "--");
    }

    private static List<String> isolation() {
        return List.of(
                "--unshare-all",
                "--unshare-user",
                "--disable-userns",
                "--die-with-parent",
                "--new-session",
                "--hostname",
                "sandbox",
                "--clearenv",
                "--setenv",
                "PATH",
                "/usr/bin:/bin",
                "--setenv",
                "LC_ALL",
                "C.UTF-8",
                "--setenv",
                "HOME",
                "/tmp",
                "--setenv",
                "SCRATCH",
                "/tmp");
    }

    private List<String> files(SandboxSpec spec, Optional<Detour> detour) {
        List<String> arguments = new ArrayList<>(SystemFolders.options());
        Stream.of("/etc/ld.so.cache", "/etc/alternatives")
                .forEach(each -> arguments.addAll(List.of("--ro-bind-try", each, each)));
        arguments.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        arguments.addAll(
                scratch.map(each -> List.of("--bind", each.place().toString(), "/tmp"))
                        .orElse(
                                List.of(
                                        "--size",
                                        "" + spec.limits().scratchBytes(),
                                        "--tmpfs",
                                        "/tmp")));
        for (Mount mount : spec.mounts()) {
            Path from = detour.map(each -> each.path(mount.from())).orElse(mount.from());
            arguments.addAll(List.of("--ro-bind", from.toString(), mount.at().toString()));
        }
        return arguments;
    }

    /** Moves the conversation to descriptors 3 and 4, sets the limits, and becomes the program. */
    private static String script(SandboxSpec spec) {
        List<String> program = new ArrayList<>(limits(spec.limits()));
        program.addAll(spec.command());
        return program.stream()
                .map(each -> "'" + each.replace("'", "'\\''") + "'")
                .collect(joining(" ", Descriptors.MOVE + "; exec ", "\n"));
    }

    /** The soft limit of CPU time ends a process with a signal that tells this from other ends. */
    static List<String> limits(Limits limits) {
        return List.of(
                "prlimit",
                "--core=0",
                "--cpu=" + limits.cpuSeconds() + ":" + (limits.cpuSeconds() + 5),
                "--nproc=" + limits.processes(),
                "--nofile=" + limits.openFiles(),
                "--fsize=" + limits.fileBytes(),
                "--as=" + limits.addressBytes(),
                "--data=" + limits.dataBytes(),
                "--");
    }
}
