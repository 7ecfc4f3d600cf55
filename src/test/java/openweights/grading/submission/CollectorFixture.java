package openweights.grading.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** Collects into a temporary folder. */
abstract class CollectorFixture {

    @TempDir Path folder;

    Path zip(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("all.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes());
            }
        }
        return file;
    }

    Collector collect(SubmissionSource origin, Path source) throws IOException {
        Collector collector = new Collector(folder.resolve("collected"), origin, "01-two-layers");
        collector.collect(source);
        return collector;
    }

    List<String> students() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("collected"))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
