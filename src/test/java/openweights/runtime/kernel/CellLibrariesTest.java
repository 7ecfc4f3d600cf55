package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellLibrariesTest {

    @Test
    void keepsLibrariesOfCellsAndClassFolders() {
        String all =
                String.join(
                        File.pathSeparator,
                        "/lib/nd4j-api-1.0.jar",
                        "/lib/icu4j-74.2.jar",
                        "/target/classes",
                        "/lib/protobuf-1.0.jar",
                        "/lib/tablesaw-core-0.44.4.jar");
        assertEquals(
                Stream.of(
                                "/lib/nd4j-api-1.0.jar",
                                "/target/classes",
                                "/lib/tablesaw-core-0.44.4.jar")
                        .map(Path::of)
                        .toList(),
                CellLibraries.of(all));
    }
}
