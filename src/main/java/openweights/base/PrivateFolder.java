package openweights.base;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Folders that only their owner can read, where the file system knows owners. */
public final class PrivateFolder {

    private static final Set<PosixFilePermission> OTHERS =
            PosixFilePermissions.fromString("------rwx");
    private static final Set<PosixFilePermission> GROUP =
            PosixFilePermissions.fromString("---rwx---");

    private static final int ROOT = 0;

    private PrivateFolder() {}

    /**
     * Makes a folder, and those above it that are missing. If the folder exists and is open to
     * everybody, it is closed; its group keeps access only if the group may write, too.
     *
     * @throws UserException if somebody else can read what is written to it
     */
    public static Path create(Path path) throws IOException {
        createMissing(path);
        if (isPosix(path)) {
            close(path);
        }
        return path;
    }

    /** The same for the folder in which a file will lie. */
    public static void createFor(Path file) throws IOException {
        create(file.toAbsolutePath().resolveSibling(""));
    }

    /**
     * Makes a folder, and those above it that are missing; an existing folder keeps its rights.
     *
     * @throws UserException if somebody else may have made it
     */
    public static void createMissing(Path path) throws IOException {
        Files.createDirectories(path, rights(path, "rwx------"));
        if (isPosix(path)) {
            refusePlanted(path.toAbsolutePath().normalize(), List.of(ROOT, me()));
        }
    }

    /** Rights for something new; none where the file system knows none. */
    static FileAttribute<?>[] rights(Path path, String rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void close(Path folder) throws IOException {
        Set<PosixFilePermission> rights = new HashSet<>(Files.getPosixFilePermissions(folder));
        if (!rights.removeAll(OTHERS)) {
            return;
        }
        if (!rights.contains(PosixFilePermission.GROUP_WRITE)) {
            rights.removeAll(GROUP);
        }
        try {
            Files.setPosixFilePermissions(folder, rights);
        } catch (FileSystemException e) {
            if (owner(folder.toRealPath()) != me()) {
                throw new UserException(
                        "Everybody can read %s, and only its owner, %s, can change that: chmod o-rwx %s. Have that done, or name a folder of your own."
                                .formatted(
                                        folder,
                                        Files.getOwner(folder).getName(),
                                        ShellWord.of(folder)),
                        e);
            }
            // Some disks, such as USB sticks, have the same rights for everything.
        }
    }

    /** Where everybody may make folders, as in /tmp, somebody else may have made this one. */
    static void refusePlanted(Path path, List<Integer> trusted) throws IOException {
        for (Path each = path; each.getParent() != null; each = each.getParent()) {
            if (!trusted.contains(owner(each)) && isOpen(each.getParent())) {
                throw new UserException(
                        "%s belongs to %s, who could read everything that is written there. Name a folder of your own, such as one in your home."
                                .formatted(
                                        each,
                                        Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).getName()));
            }
        }
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** The user's number, because in a container the user may have no name. */
    private static int me() {
        return (int) new UnixSystem().getUid();
    }

    private static boolean isOpen(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
    }
}
