package openweights.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates folders that only their owner can read, where the file system knows owners. */
public final class PrivateFolder {

    private PrivateFolder() {}

    /** Creates a folder and those above it that are missing; what is there stays as it is. */
    public static Path create(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        return Files.createDirectories(path, rights);
    }

    /** The same for the folder that a file will lie in. */
    public static void createFor(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            create(folder);
        }
    }
}
