package openweights.grading.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;

/**
 * A way to files below a folder that only root may enter, for the user that root becomes: in a
 * mount namespace of its own, the first folder behind it appears at {@code /mnt}.
 *
 * @param behind the first path that others could use if they could get there
 */
record Detour(Path behind) {

    private static final Path MOUNT = Path.of("/mnt");
    private static final String BIND = "mount --bind \"$0\" /mnt && exec \"$@\"";

    /** The detour that one of the loans needs; empty if all can be reached. */
    static Optional<Detour> to(List<Jail.Loan> loans) {
        return loans.stream()
                .map(loan -> behind(loan.from()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Detour> behind(Path path) {
        Optional<Detour> detour = Optional.empty();
        for (int names = 1; names < path.getNameCount(); names++) {
            Path folder = path.getRoot().resolve(path.subpath(0, names));
            if (!open(folder)) {
                Path next = path.getRoot().resolve(path.subpath(0, names + 1));
                detour = Optional.of(new Detour(next));
            }
        }
        return detour;
    }

    private static boolean open(Path folder) {
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

    /** Where a path is found on the detour. */
    Path path(Path usual) {
        return usual.startsWith(behind) ? MOUNT.resolve(behind.relativize(usual)) : usual;
    }
}
