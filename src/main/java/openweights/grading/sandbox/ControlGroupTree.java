package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds folders of control groups in what {@code /proc} says about mounts and this process. */
final class ControlGroupTree {

    /** Fields of a line of {@code /proc/self/mountinfo}. */
    private static final int ROOT = 3;

    private static final int PLACE = 4;

    private ControlGroupTree() {}

    /**
     * A controller's folder of this process, in version 1.
     *
     * @param mounts lines of {@code /proc/self/mountinfo}
     * @param own lines of {@code /proc/self/cgroup}
     */
    static Optional<Path> split(List<String> mounts, List<String> own, String controller) {
        return mounts.stream()
                .filter(line -> type(line).equals("cgroup"))
                .filter(line -> options(line).contains(controller))
                .flatMap(line -> path(own, controller).map(path -> place(line, path)).stream())
                .findFirst();
    }

    /**
     * Where groups of version 2 can be made: beside this process, at the root of the tree, or,
     * where the tree was delegated, below it, for which the process must move down first.
     */
    static Stream<ControlGroups> unified(List<String> mounts, List<String> own) {
        List<Path> parents = new ArrayList<>();
        for (String line : mounts) {
            Optional<Path> beside = path(own, "").map(path -> place(line, path));
            if (type(line).equals("cgroup2") && beside.isPresent()) {
                parents.add(beside.get());
                parents.add(place(line, field(line, ROOT)));
            }
        }
        Stream<Path> ready = parents.stream().filter(each -> has(each, "cgroup.subtree_control"));
        Stream<Path> delegated =
                parents.stream()
                        .limit(1)
                        .filter(each -> has(each, "cgroup.controllers"))
                        .filter(ControlGroupTree::moveDown);
        return Stream.concat(ready, delegated).map(each -> new ControlGroups(2, List.of(each)));
    }

    private static boolean has(Path folder, String file) {
        try {
            List<String> all =
                    Arrays.asList(Files.readString(folder.resolve(file)).strip().split(" "));
            return all.contains("memory") && all.contains("pids");
        } catch (IOException e) {
            return false;
        }
    }

    /** A group with limits for its children may have no processes of its own. */
    private static boolean moveDown(Path folder) {
        Path below = folder.resolve("grader");
        try {
            Files.createDirectories(below);
            write(below.resolve("cgroup.procs"), "" + ProcessHandle.current().pid());
            write(folder.resolve("cgroup.subtree_control"), "+memory +pids");
            return true;
        } catch (IOException e) {
            return false; // not delegated, or not to this process alone
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The path in the line of a controller; that of version 2 has no name. */
    private static Optional<String> path(List<String> own, String controller) {
        return own.stream()
                .map(line -> line.split(":", 3))
                .filter(fields -> Arrays.asList(fields[1].split(",")).contains(controller))
                .map(fields -> fields[2])
                .findFirst();
    }

    private static Path place(String mount, String path) {
        Path root = Path.of(field(mount, ROOT));
        Path inside = Path.of(path).startsWith(root) ? root.relativize(Path.of(path)) : Path.of("");
        return Path.of(field(mount, PLACE)).resolve(inside.toString());
    }

    private static String field(String mount, int number) {
        return mount.split(" ")[number].replace("\\040", " ");
    }

    private static String type(String mount) {
        return afterDash(mount).split(" ")[0];
    }

    private static List<String> options(String mount) {
        String[] fields = afterDash(mount).split(" ");
        return Arrays.asList(fields[fields.length - 1].split(","));
    }

    private static String afterDash(String mount) {
        return mount.substring(mount.indexOf(" - ") + 3);
    }
}
