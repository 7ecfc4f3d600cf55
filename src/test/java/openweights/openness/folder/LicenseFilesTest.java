package openweights.openness.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.openness.license.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenseFilesTest {

    @TempDir private Path folder;

    /** A release names one text for each of its components. */
    @Test
    void comparesATextWithAllLicensesOnlyOnce() throws Exception {
        Path text = folder.resolve("LICENSE");
        Files.copy(Home.locate().root().resolve("LICENSE"), text);
        LicenseFiles licenses = new LicenseFiles(folder);
        Recognition first = licenses.text("LICENSE");
        assertEquals("Apache-2.0", first.license().orElseThrow().id());
        Files.delete(text);
        assertSame(first, licenses.text("LICENSE"));
    }
}
