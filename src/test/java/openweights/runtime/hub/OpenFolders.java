package openweights.runtime.hub;

import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;

/**
 * Where a test machine's Python is in root's own folder, programs for its students run in a view of
 * the file system in which that folder shows nothing but Python, and may be entered. Nothing
 * outside of the view changes.
 */
final class OpenFolders {

    private static final String VIEW =
            """
            keep=$(mktemp -d /run/openweights.XXXXXX)
            mount --bind "$1" "$keep"
            mount -t tmpfs -o mode=755 tmpfs /root
            mkdir -p "$1"
            mount --bind "$keep" "$1"
            umount "$keep"
            rmdir "$keep"
            shift
            exec "$@"
            """;

    private OpenFolders() {}

    /** What to put before a command; nothing where it is not needed. */
    static List<String> view(Home project) throws Exception {
        Path python = project.python().toRealPath();
        if (!python.startsWith("/root")) {
            return List.of();
        }
        Path installation = Path.of("/").resolve(python.subpath(0, 2));
        return List.of(
                "unshare",
                "--mount",
                "--propagation",
                "slave",
                "sh",
                "-ec",
                VIEW,
                "sh",
                installation.toString());
    }
}
