package openweights.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that look like those of Linux, and lines that Linux writes about them. */
class ControlGroupTreeTest {

    @TempDir private Path tree;

    private List<String> mount(String root) {
        return List.of(
                "31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755",
                "41 31 0:38 %s %s rw shared:4 - cgroup2 cgroup2 rw,nsdelegate"
                        .formatted(root, tree));
    }

    private Path group(String path, String controllers, String forChildren) throws IOException {
        Path folder = Files.createDirectories(tree.resolve(path));
        Files.writeString(folder.resolve("cgroup.controllers"), controllers + "\n");
        Files.writeString(folder.resolve("cgroup.subtree_control"), forChildren + "\n");
        return folder;
    }

    private List<ControlGroups> unified(String root, String own) {
        return ControlGroupTree.unified(mount(root), List.of("0::" + own)).toList();
    }

    @Test
    void findsTheFolderOfAController() {
        List<String> mounts =
                List.of(
                        "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory",
                        "39 31 0:36 /docker/7 /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids");
        List<String> own = List.of("8:pids:/docker/7/x", "4:memory:/jobs/12", "0::/");
        assertEquals(
                Optional.of(Path.of("/sys/fs/cgroup/memory/jobs/12")),
                ControlGroupTree.split(mounts, own, "memory"));
        assertEquals(
                Optional.of(Path.of("/sys/fs/cgroup/pids/x")),
                ControlGroupTree.split(mounts, own, "pids"));
        assertEquals(Optional.empty(), ControlGroupTree.split(mounts, own, "cpu"));
    }

    @Test
    void takesAFolderWhoseChildrenHaveLimits() throws IOException {
        group("", "cpu memory pids", "cpu memory pids");
        group("user.slice", "memory pids", "");
        Files.delete(tree.resolve("user.slice/cgroup.controllers"));
        assertEquals(
                List.of(new ControlGroups(2, List.of(tree))),
                unified("/", "/user.slice"),
                "at the root, as root may");
    }

    @Test
    void movesDownWhereTheTreeWasDelegated() throws IOException {
        group("", "cpu memory pids", "cpu");
        Path scope = group("user.slice/run-1.scope", "memory pids", "");
        assertEquals(
                List.of(new ControlGroups(2, List.of(scope))),
                unified("/", "/user.slice/run-1.scope"));
        assertEquals(
                "" + ProcessHandle.current().pid(),
                Files.readString(scope.resolve("grader/cgroup.procs")));
        assertEquals("+memory +pids", Files.readString(scope.resolve("cgroup.subtree_control")));
    }

    @Test
    void asksForNothingThatTheSystemDoesNotGive() throws IOException {
        group("docker", "cpu", "");
        assertEquals(List.of(), unified("/docker", "/docker"));
        assertFalse(Files.exists(tree.resolve("grader")));
    }

    @Test
    void bothVersionsAreGivenTheirLimits() throws IOException {
        ControlGroup two = new ControlGroups(2, List.of(tree)).create(Limits.DEFAULT);
        Path folder = two.doors().get(0).getParent();
        assertEquals("" + (2048L << 20), Files.readString(folder.resolve("memory.max")));
        assertEquals("176", Files.readString(folder.resolve("pids.max")));
        Files.writeString(folder.resolve("memory.events"), "oom 3\noom_kill 0\n");
        assertFalse(two.exceeded());
        Files.writeString(folder.resolve("memory.events"), "oom 3\noom_kill 2\n");
        assertTrue(two.exceeded());
        Files.delete(folder.resolve("memory.events"));
        assertTrue(two.exceeded(), "what was seen before the group was removed holds");
        Path memory = Files.createDirectory(tree.resolve("memory"));
        Path pids = Files.createDirectory(tree.resolve("pids"));
        ControlGroup one = new ControlGroups(1, List.of(memory, pids)).create(Limits.DEFAULT);
        assertEquals(2, one.doors().size());
        assertTrue(Files.exists(one.doors().get(0).resolveSibling("memory.limit_in_bytes")));
        assertTrue(Files.exists(one.doors().get(1).resolveSibling("pids.max")));
    }
}
