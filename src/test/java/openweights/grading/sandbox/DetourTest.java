package openweights.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DetourTest {

    private static final Path PLACE = Path.of("/tmp/detour");

    @TempDir private Path folder;

    private Path jdk;
    private Path library;

    @BeforeEach
    void make() throws Exception {
        Path home = Files.createDirectory(folder.resolve("root"));
        jdk = Files.createDirectories(home.resolve(".jdks/17"));
        library = Files.createDirectories(home.resolve("course/lib"));
        rights("rwxr-xr-x", folder, jdk.getParent(), library.getParent());
        rights("rwx------", home);
    }

    private static void rights(String rights, Path... folders) throws Exception {
        for (Path each : folders) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(rights));
        }
    }

    private static Optional<Detour> detour(Path... mounts) {
        return Detour.to(Stream.of(mounts).map(Mount::of).toList(), PLACE);
    }

    @Test
    void whatEverybodyCanReachNeedsNone() throws Exception {
        rights("rwxr-xr-x", folder.resolve("root"));
        assertEquals(Optional.empty(), detour(jdk, library));
    }

    /** A JDK and a course in root's home lie behind the same door, but in two folders. */
    @Test
    void eachFolderBehindAClosedOneHasAPlaceOfItsOwn() {
        Detour detour = detour(jdk, library).orElseThrow();
        assertEquals(List.of(jdk.getParent(), library.getParent()), detour.behind());
        assertEquals(PLACE.resolve("0/17"), detour.path(jdk));
        assertEquals(PLACE.resolve("1/lib"), detour.path(library));
        assertEquals(folder, detour.path(folder));
    }
}
