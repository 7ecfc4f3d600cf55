package openweights.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import openweights.base.UserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // It has no Unix users.
class DetourTest {

    @TempDir private Path folder;

    @BeforeEach
    void open() throws IOException {
        rights(folder, "rwxr-xr-x");
    }

    private Mount mount(String inside, String rights) throws IOException {
        Path place = Files.createDirectories(folder.resolve(inside));
        rights(place.getParent(), rights);
        return new Mount(place, Path.of("/lib"));
    }

    private static void rights(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    @Test
    void needsNoneWhereEverybodyMayEnter() throws IOException {
        assertEquals(Optional.empty(), Detour.to(List.of(mount("open/course", "rwxr-xr-x"))));
    }

    @Test
    void leadsAroundOneClosedFolder() throws IOException {
        Mount course = mount("closed/course", "rwx------");
        Detour detour = Detour.to(List.of(course, course)).orElseThrow();
        assertEquals(Path.of("/mnt/target"), detour.path(course.from().resolve("target")));
    }

    /** Otherwise bubblewrap would say only that it does not find a path. */
    @Test
    void namesAllPlacesWhereOneDetourIsNotEnough() throws IOException {
        Mount course = mount("closed/course", "rwx------");
        Mount temporary = mount("other/tmp", "rwx------");
        List<Mount> mounts = List.of(course, temporary);
        UserException e = assertThrows(UserException.class, () -> Detour.to(mounts));
        String places = course.from() + ", " + temporary.from();
        assertTrue(e.getMessage().contains("may enter: " + places + "."), e.getMessage());
    }
}
