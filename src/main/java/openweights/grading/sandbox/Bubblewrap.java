package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Linux namespaces by {@code bwrap}: an empty file system but for what is lent, no network, process
 * ids of its own, no capabilities.
 *
 * <p>Three things are less simple than they look. bwrap run by root keeps root's capabilities
 * inside, so root first becomes a user that owns nothing. The limit on processes counts over all
 * sandboxes of a user when it is set outside, so limits are set inside, where a user namespace
 * counts for itself. And a new user namespace inside would open more of the kernel, so it is
 * refused.
 */
public final class Bubblewrap implements Sandbox {

    /** Owns no file and is no account. */
    private static final int NOBODY_AT_ALL = 61_234;

    private static final List<String> SYSTEM = List.of("/lib", "/lib64", "/bin", "/sbin");

    private final String version;
    private final boolean root;

    Bubblewrap(String version, boolean root) {
        this.version = version;
        this.root = root;
    }

    @Override
    public Process start(Jail jail) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(jail));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        return builder.start();
    }

    @Override
    public String name() {
        return version;
    }

    List<String> command(Jail jail) {
        List<String> command = new ArrayList<>();
        Optional<Detour> detour = root ? Detour.to(jail.loans()) : Optional.empty();
        detour.ifPresent(each -> command.addAll(each.command()));
        if (root) {
            command.addAll(asNobody());
        }
        command.addAll(isolation());
        command.addAll(files(jail, detour));
        command.add("--");
        command.addAll(limits(jail.limits()));
        command.addAll(Descriptors.moved(jail.command()));
        return command;
    }

    /** The pipes are root's; the program must be able to open them by their names in /proc. */
    private static List<String> asNobody() {
        return List.of(
                "/bin/sh",
                "-c",
                "chmod a+rw /proc/self/fd/0 /proc/self/fd/1 && exec \"$@\"",
                "sh",
                "setpriv",
                "--reuid=" + NOBODY_AT_ALL,
                "--regid=" + NOBODY_AT_ALL,
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

    private static List<String> files(Jail jail, Optional<Detour> detour) {
        List<String> arguments = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        for (String folder : SYSTEM) {
            arguments.addAll(systemFolder(Path.of(folder)));
        }
        Stream.of("/etc/ld.so.cache", "/etc/alternatives")
                .forEach(each -> arguments.addAll(List.of("--ro-bind-try", each, each)));
        arguments.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        arguments.addAll(List.of("--size", "" + jail.limits().scratchBytes(), "--tmpfs", "/tmp"));
        for (Jail.Loan loan : jail.loans()) {
            Path from = detour.map(each -> each.path(loan.from())).orElse(loan.from());
            arguments.addAll(List.of("--ro-bind", from.toString(), loan.at().toString()));
        }
        // The root itself is a file system in memory, and of no bounded size.
        arguments.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp"));
        return arguments;
    }

    /** Newer systems keep these inside of /usr and have links here. */
    private static List<String> systemFolder(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                return List.of(
                        "--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            }
        } catch (IOException e) {
            // Then bwrap tries, and says what is wrong.
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
