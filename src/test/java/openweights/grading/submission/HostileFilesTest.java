package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives and folders that are made to do harm. */
class HostileFilesTest extends CollectorFixture {

    @Test
    void writesNothingOutsideItsFolder() throws IOException {
        Path archive =
                zip(
                        Map.of(
                                "../../evil.ipynb", "a",
                                "/etc/evil.ipynb", "b",
                                "..\\..\\evil2.ipynb", "c",
                                "a\u0000b.ipynb", "d",
                                "..ipynb", "e",
                                "x/../../../evil3.ipynb", "f"));
        collect(SubmissionSource.FOLDER, archive);
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> notebooks = all.filter(each -> each.toString().endsWith(".ipynb")).toList();
            assertTrue(
                    notebooks.stream()
                            .allMatch(
                                    each ->
                                            each.startsWith(folder.resolve("collected"))
                                                    && each.endsWith("submission.ipynb")
                                                    && each.getNameCount()
                                                            == folder.getNameCount() + 4),
                    notebooks.toString());
        }
        assertTrue(students().stream().noneMatch(name -> name.startsWith(".")), "" + students());
    }

    @Test
    void stopsReadingABomb() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("ann.ipynb"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
            zip.putNextEntry(new ZipEntry("bob.ipynb"));
            zip.write('x');
        }
        Collector collector = collect(SubmissionSource.FOLDER, file);
        assertEquals(List.of("ann.ipynb: larger than 20 MB."), collector.skipped());
        assertEquals(List.of("bob: bob.ipynb"), collector.collected());
    }

    @Test
    void followsNoLinksOutOfAFolder() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.ipynb"), "secret");
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.createSymbolicLink(source.resolve("ann.ipynb"), secret);
        Collector collector = collect(SubmissionSource.FOLDER, source);
        assertEquals(List.of(), collector.collected());
        assertTrue(collector.skipped().get(0).contains("a link"), "" + collector.skipped());
    }

    /** Marked as a link, as Unix does it: the content is the target. */
    @Test
    void readsALinkInAnArchiveAsText() throws IOException {
        Path archive = zip(Map.of("ann.ipynb", "/etc/passwd"));
        byte[] bytes = Files.readAllBytes(archive);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int entry = 0;
        while (zip.getInt(entry) != 0x02014b50) {
            entry++;
        }
        zip.put(entry + 5, (byte) 3).putInt(entry + 38, 0120777 << 16);
        Files.write(archive, bytes);
        collect(SubmissionSource.FOLDER, archive);
        try (Stream<Path> all = Files.walk(folder.resolve("collected"))) {
            Path taken = all.filter(each -> each.endsWith("submission.ipynb")).findFirst().get();
            assertFalse(Files.isSymbolicLink(taken));
            assertEquals("/etc/passwd", Files.readString(taken));
        }
    }

    @Test
    void skipsPipesAndTakesOnlyNotebooks() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source/ann/META-INF/services"));
        Files.writeString(source.resolve("org.junit.platform.engine.TestEngine"), "Evil");
        Files.writeString(folder.resolve("source/ann/junit-platform.properties"), "x=y");
        String pipe = folder.resolve("source/bob.ipynb").toString();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
        Collector collector = collect(SubmissionSource.FOLDER, folder.resolve("source"));
        assertEquals(List.of(), collector.collected());
        assertTrue(
                collector.skipped().contains("bob.ipynb: not a regular file."),
                "" + collector.skipped());
    }
}
