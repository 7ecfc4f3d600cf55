package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import openweights.base.Folders;
import openweights.base.TemporaryFolder;

/**
 * For root in a container that permits no namespaces: each program runs as another user, who owns
 * nothing but one empty folder and no other process. Files are as safe as their permissions are, so
 * what a program must not read belongs into a folder that only root may enter. The network stays
 * open, and so do sockets between programs.
 */
public final class OtherUser implements Sandbox {

    /** The first of the user ids, which have no account. */
    private static final int FIRST_UID = 61_300;

    private static final int UIDS = 4000;

    private final AtomicInteger started = new AtomicInteger();

    @Override
    public Process start(SandboxSpec spec) throws IOException {
        int uid = FIRST_UID + started.getAndIncrement() % UIDS;
        Path scratch = TemporaryFolder.create("openweights-scratch").path();
        run("chown", uid + ":" + uid, scratch.toString());
        ProcessBuilder builder = new ProcessBuilder(command(spec, uid));
        builder.directory(scratch.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", scratch.toString());
        environment.put("SCRATCH", scratch.toString());
        environment.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + scratch);
        Process process = builder.start();
        CompletableFuture<Void> unused = process.onExit().thenRun(() -> clear(uid, scratch));
        return process;
    }

    @Override
    public String name() {
        return "another user, without namespaces";
    }

    private static List<String> command(SandboxSpec spec, int uid) {
        List<String> command = new ArrayList<>(Bubblewrap.limits(spec.limits()));
        command.addAll(Bubblewrap.asUser(uid));
        command.addAll(
                Descriptors.moved(
                        spec.command().stream().map(word -> here(word, spec.mounts())).toList()));
        return command;
    }

    /** Where nothing can be mounted, a program finds files at their own place. */
    private static String here(String word, List<Mount> mounts) {
        String found = word;
        for (Mount each : mounts) {
            if (!each.from().equals(each.at())) {
                Path at = each.at().resolveSibling("").normalize();
                Path from = each.from().resolveSibling("").normalize();
                found = found.replace(at.toString(), from.toString());
            }
        }
        return found;
    }

    /** Ends what the program has started, and deletes its files. */
    private static void clear(int uid, Path scratch) {
        try {
            List<String> end = new ArrayList<>(Bubblewrap.asUser(uid));
            end.addAll(List.of("/bin/sh", "-c", "kill -9 -1"));
            start(end).waitFor();
            Folders.delete(scratch);
        } catch (IOException e) {
            // The folder is of no use to anybody else.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String... command) throws IOException {
        try {
            if (start(List.of(command)).waitFor() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
