package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Where this process may put control groups, with which Linux bounds the memory of all processes of
 * a sandbox together, also what none of them maps. That needs root, or a part of the tree that was
 * delegated, as by {@code systemd-run --user --scope -p Delegate=yes}.
 *
 * @param version of the interface, 1 or 2
 * @param parents one folder for version 2; for version 1 those of memory and of processes
 */
record ControlGroups(int version, List<Path> parents) {

    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final Path OWN = Path.of("/proc/self/cgroup");

    private static final String PREFIX = "openweights-";
    private static final AtomicInteger COUNT = new AtomicInteger();

    ControlGroups {
        parents = List.copyOf(parents);
    }

    /** The control groups of this machine; empty if this process may not make any. */
    static Optional<ControlGroups> find(Limits limits) {
        try {
            List<String> mounts = Files.readAllLines(MOUNTS);
            List<String> own = Files.readAllLines(OWN);
            return Stream.concat(ControlGroupTree.unified(mounts, own), split(mounts, own))
                    .filter(each -> each.works(limits))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // not Linux, or a sandbox around this one
        }
    }

    private static Stream<ControlGroups> split(List<String> mounts, List<String> own) {
        Optional<Path> memory = ControlGroupTree.split(mounts, own, "memory");
        Optional<Path> processes = ControlGroupTree.split(mounts, own, "pids");
        return memory.isEmpty() || processes.isEmpty()
                ? Stream.empty()
                : Stream.of(new ControlGroups(1, List.of(memory.get(), processes.get())));
    }

    private boolean works(Limits limits) {
        parents.forEach(ControlGroups::sweep);
        try {
            ControlGroup trial = create(limits);
            trial.remove();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes what a grader has left that was killed, or ended before its last process had. */
    private static void sweep(Path parent) {
        try (Stream<Path> all = Files.list(parent)) {
            all.filter(ControlGroups::isOrphan).forEach(ControlGroups::tryRemove);
        } catch (IOException e) {
            // There is nothing that could be swept.
        }
    }

    private static void tryRemove(Path group) {
        try {
            Files.deleteIfExists(group);
        } catch (IOException e) {
            // It is in use, or somebody else's.
        }
    }

    private static boolean isOrphan(Path group) {
        String name = group.getFileName().toString();
        return name.matches(PREFIX + "\\d+-\\d+")
                && ProcessHandle.of(Long.parseLong(name.split("-")[1])).isEmpty();
    }

    /** A new group with these limits. */
    ControlGroup create(Limits limits) throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        List<Path> folders = new ArrayList<>();
        for (Path parent : parents) {
            folders.add(Files.createDirectory(parent.resolve(name)));
        }
        ControlGroup group = new ControlGroup(version, folders);
        try {
            group.limit(limits);
        } catch (IOException e) {
            group.remove();
            throw e;
        }
        return group;
    }
}
