package openweights.grading.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way around folders that only root may enter, for the unprivileged user that root becomes. In a
 * mount namespace of its own, what lies behind such a folder is mounted a second time, below a
 * folder that everybody may enter.
 *
 * @param place the folder with those mounts; outside the mount namespace it is empty
 * @param behind what is mounted there: for each closed folder, the next name on the way
 */
record Detour(Path place, List<Path> behind) {

    private static final String BIND =
            "mount -t tmpfs -o mode=755 tmpfs \"$0\" || exit 71; n=0; while [ \"$1\" != -- ]; do"
                    + " mkdir \"$0/$n\" && mount --bind \"$1\" \"$0/$n\" || exit 71;"
                    + " n=$((n + 1)); shift; done; shift; exec \"$@\"";

    /** The detour that these mounts need; empty if everybody can reach all of them. */
    static Optional<Detour> to(List<Mount> mounts, Path place) {
        List<Path> behind =
                mounts.stream()
                        .map(mount -> behind(mount.from()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return behind.isEmpty() ? Optional.empty() : Optional.of(new Detour(place, behind));
    }

    private static Optional<Path> behind(Path path) {
        Optional<Path> behind = Optional.empty();
        for (int names = 1; names < path.getNameCount(); names++) {
            Path folder = path.getRoot().resolve(path.subpath(0, names));
            if (!isOpen(folder)) {
                behind = Optional.of(path.getRoot().resolve(path.subpath(0, names + 1)));
            }
        }
        return behind;
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
        List<String> command =
                new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private", "--"));
        command.addAll(List.of("/bin/sh", "-c", BIND, place.toString()));
        behind.forEach(each -> command.add(each.toString()));
        command.add("--");
        return command;
    }

    /** The path of a file in the mount namespace. */
    Path path(Path original) {
        return behind(original)
                .filter(behind::contains)
                .map(
                        each ->
                                place.resolve("" + behind.indexOf(each))
                                        .resolve(each.relativize(original)))
                .orElse(original);
    }
}
