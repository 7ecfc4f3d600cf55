package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Empty folders of this process, which other users may enter and at which something is mounted. */
final class MountPoint {

    private MountPoint() {}

    /** A new one, which is deleted when this process ends. */
    static Path create(String prefix) throws IOException {
        Path place = Files.createTempDirectory(prefix);
        place.toFile().deleteOnExit();
        return Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
