package openweights.grading.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.base.UserException;

/**
 * A way around a folder that only root may enter, for the unprivileged user that root becomes: in a
 * separate mount namespace, the first folder behind it appears at {@code /mnt}.
 *
 * @param behind the first path that others could use if they could reach it
 */
record Detour(Path behind) {

    private static final Path MOUNT = Path.of("/mnt");
    private static final String BIND = "mount --bind \"$0\" /mnt && exec \"$@\"";

    /**
     * The detour that some of the mounts need; empty if all of them are reachable.
     *
     * @throws UserException if one is not enough
     */
    static Optional<Detour> to(List<Mount> mounts) {
        List<Detour> needed =
                mounts.stream()
                        .map(mount -> behind(mount.from()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        if (needed.size() > 1) {
            throw new UserException(
                    "The sandbox's user can be led around one closed folder only, and what it needs lies in several places that only some users may enter: %s. Run the command without root, or open them: chmod o+x FOLDER"
                            .formatted(
                                    needed.stream()
                                            .map(each -> each.behind().toString())
                                            .collect(Collectors.joining(", "))));
        }
        return needed.stream().findFirst();
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
