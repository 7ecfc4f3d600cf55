package openweights.base;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFolderTest {

    @TempDir private Path place;

    private Path made(String rights) throws IOException {
        Path folder = Files.createDirectory(place.resolve("grading"));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Whoever puts late.yaml there first makes the folder by hand, open to everybody. */
    @Test
    void closesAFolderThatIsOpenToEverybody() throws IOException {
        Path folder = made("rwxr-xr-x");
        PrivateFolder.createFor(folder.resolve("results.jsonl"));
        assertEquals("rwx------", rights(folder));
    }

    @Test
    void leavesAFolderToTheGroupThatWorksInIt() throws IOException {
        assertEquals("rwxrwx---", rights(PrivateFolder.create(made("rwxrwxr-x"))));
    }

    @Test
    void leavesAFolderThatIsClosedAlready() throws IOException {
        assertEquals("rwxr-x---", rights(PrivateFolder.create(made("rwxr-x---"))));
    }

    /** It can be the home of whoever keeps the list of students there. */
    @Test
    void createsWhatIsMissingAndLeavesTheRest() throws IOException {
        Path folder = made("rwxr-xr-x");
        PrivateFolder.createMissing(folder);
        PrivateFolder.createMissing(folder.resolve("a/b"));
        assertEquals("rwxr-xr-x", rights(folder));
        assertEquals("rwx------", rights(folder.resolve("a")));
        assertEquals("rwx------", rights(folder.resolve("a/b")));
    }

    @Test
    void refusesAFolderThatSomebodyElseMadeWhereEverybodyCan() throws IOException {
        Path folder = made("rwx------");
        Path below = Files.createDirectory(folder.resolve("01-weighted-sum"));
        String owner = Files.getOwner(folder).getName();
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        UserException refused =
                assertThrows(
                        UserException.class, () -> PrivateFolder.refusePlanted(below, List.of()));
        assertTrue(refused.getMessage().startsWith(folder + " belongs to " + owner));
        int me = (Integer) Files.getAttribute(folder, "unix:uid");
        assertDoesNotThrow(() -> PrivateFolder.refusePlanted(below, List.of(0, me)));
    }

    @Test
    void aFileIsPrivateInAnOpenFolder() throws IOException {
        Path file = Files.createFile(made("rwxr-xr-x").resolve("roster.csv"));
        PrivateFile.write(file, "Ann");
        assertEquals("rw-------", rights(file));
    }

    /** The command line of a browser can be read by every user of the machine. */
    @Test
    void aSecretAddressIsInAPageAndNotInItsName() throws IOException {
        String address = "http://127.0.0.1:1/secret/";
        Path door = WebBrowser.door(address, place);
        assertEquals("rw-------", rights(door));
        assertTrue(Files.readString(door).contains("url=" + address));
        assertTrue(!door.toUri().toString().contains("secret"));
    }
}
