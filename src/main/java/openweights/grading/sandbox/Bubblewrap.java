package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Linux namespaces by {@code bwrap}: a file system that holds only what is mounted, no network, its
 * own process ids, no capabilities.
 *
 * <p>Three things are less simple than they look. When root runs bwrap, root's capabilities remain
 * inside, so root first becomes a user that owns nothing. A process limit set outside counts the
 * processes of all of a user's sandboxes, so limits are set inside, where the user namespace has
 * its own count. And another user namespace inside would expose more of the kernel, so creating one
 * is refused.
 */
public final class Bubblewrap implements Sandbox {

    /** A user id that has no account and owns no file. */
    private static final int UNUSED_UID = 61_234;

    private static final List<String> SYSTEM_FOLDERS = List.of("/lib", "/lib64", "/bin", "/sbin");

    private final String version;
    private final boolean root;

    Bubblewrap(String version, boolean root) {
        this.version = version;
        this.root = root;
    }

    @Override
    public Process start(SandboxSpec spec) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(spec));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        return builder.start();
    }

    @Override
    public String name() {
        return version;
    }

    List<String> command(SandboxSpec spec) {
        List<String> command = new ArrayList<>();
        Optional<Detour> detour = root ? Detour.to(spec.mounts()) : Optional.empty();
        detour.ifPresent(each -> command.addAll(each.command()));
        if (root) {
            command.addAll(asUnusedUser());
        }
        command.addAll(isolation());
        command.addAll(files(spec, detour));
        command.add("--");
        command.addAll(limits(spec.limits()));
        command.addAll(Descriptors.moved(spec.command()));
        return command;
    }

    /** Root owns the pipes, but the program must be able to open them by their names in /proc. */
    private static List<String> asUnusedUser() {
        return List.of(
                "/bin/sh",
                "-c",
                "chmod a+rw /proc/self/fd/0 /proc/self/fd/1 && exec \"$@\"",
                "sh",
                "setpriv",
                "--reuid=" + UNUSED_UID,
                "--regid=" + UNUSED_UID,
                "--clear-groups",
                "--no-new-privs",
                "--");
    }

    private static List<String> isolation() {
        return List.of(
                "bwrap",
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
                "/tmp");
    }

    private static List<String> files(SandboxSpec spec, Optional<Detour> detour) {
        List<String> arguments = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        for (String folder : SYSTEM_FOLDERS) {
            arguments.addAll(systemFolder(Path.of(folder)));
        }
        Stream.of("/etc/ld.so.cache", "/etc/alternatives")
                .forEach(each -> arguments.addAll(List.of("--ro-bind-try", each, each)));
        arguments.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        arguments.addAll(List.of("--size", "" + spec.limits().scratchBytes(), "--tmpfs", "/tmp"));
        for (Mount mount : spec.mounts()) {
            Path from = detour.map(each -> each.path(mount.from())).orElse(mount.from());
            arguments.addAll(List.of("--ro-bind", from.toString(), mount.at().toString()));
        }
        // The root is itself a file system in memory, of unbounded size.
        arguments.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp"));
        return arguments;
    }

    /** Newer systems keep these folders in /usr and have links to them here. */
    private static List<String> systemFolder(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                return List.of(
                        "--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            }
        } catch (IOException e) {
            // Let bwrap try, and report what is wrong.
        }
        return List.of("--ro-bind-try", folder.toString(), folder.toString());
    }

    private static List<String> limits(Limits limits) {
        return List.of(
                "prlimit",
                "--core=0",
                "--cpu=" + limits.cpuSeconds(),
                "--nproc=" + limits.processes(),
                "--nofile=" + limits.openFiles(),
                "--fsize=" + limits.fileBytes(),
                "--as=" + limits.addressBytes(),
                "--");
    }
}
