package openweights.grading.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;

/**
 * A way around a folder that only root may enter, for the unprivileged user that root becomes: in a
 * separate mount namespace, the first folder behind it appears at {@code /mnt}.
 *
 * @param behind the first path that others could use if they could reach it
 */
record Detour(Path behind) {

    private static final Path MOUNT = Path.of("/mnt");
    private static final String BIND = "mount --bind \"$0\" /mnt && exec \"$@\"";

    /** The detour that one of the mounts needs; empty if all of them are reachable. */
    static Optional<Detour> to(List<Mount> mounts) {
        return mounts.stream()
                .map(mount -> behind(mount.from()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Detour> behind(Path path) {
        Optional<Detour> detour = Optional.empty();
        for (int names = 1; names < path.getNameCount(); names++) {
            Path folder = path.getRoot().resolve(path.subpath(0, names));
            if (!isOpen(folder)) {
                Path next = path.getRoot().resolve(path.subpath(0, names + 1));
                detour = Optional.of(new Detour(next));
            }
        }
        return detour;
    }

    private static boolean isOpen(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder)
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> command() {
        return List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "--",
                "/bin/sh",
                "-c",
                BIND,
                behind.toString());
    }

    /** The path by which a file is reached in the mount namespace. */
    Path path(Path original) {
        return original.startsWith(behind) ? MOUNT.resolve(behind.relativize(original)) : original;
    }
}
