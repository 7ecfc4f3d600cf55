package openweights.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {

    @TempDir private Path folder;

    @Test
    void opensTheNotebookThatWasSavedLastAndNothingElse() throws IOException {
        Home project = new Home(folder);
        assertEquals("lab/tree/00-ready/00-ready.ipynb?reset", Lab.page(project));
        Path own = project.work().resolve("my notes/50% #1.ipynb");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "{}");
        assertEquals("lab/tree/my%20notes/50%25%20%231.ipynb?reset", Lab.page(project));
    }
}
