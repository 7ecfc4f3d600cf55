package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {

    @TempDir private Path folder;

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("all.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes());
            }
        }
        return file;
    }

    private Collector collect(SubmissionSource origin, Path source) throws IOException {
        Collector collector = new Collector(folder.resolve("collected"), origin);
        collector.collect(source);
        return collector;
    }

    private List<String> students() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("collected"))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void knowsHowPlatformsNameFiles() {
        assertEquals(
                Optional.of("doejane_12345"),
                SubmissionSource.CANVAS.student("doejane_LATE_12345_678_01-neuron-2.ipynb"));
        assertEquals(
                Optional.of("Jane Doe_7"),
                SubmissionSource.MOODLE.student("Jane Doe_7_assignsubmission_file_/neuron.ipynb"));
        assertEquals(
                Optional.of("submission_99"),
                SubmissionSource.GRADESCOPE.student("assignment_1_export/submission_99/a.ipynb"));
        assertEquals(Optional.of("ann"), SubmissionSource.FOLDER.student("ann/week 1/a.ipynb"));
        assertEquals(Optional.of("ann"), SubmissionSource.FOLDER.student("ann.ipynb"));
        assertEquals(Optional.empty(), SubmissionSource.CANVAS.student("readme.txt"));
    }

    @Test
    void keepsEveryAttemptOnce() throws IOException {
        collect(SubmissionSource.FOLDER, zip(Map.of("ann.ipynb", "1")));
        collect(SubmissionSource.FOLDER, zip(Map.of("ann.ipynb", "2")));
        Collector again = collect(SubmissionSource.FOLDER, zip(Map.of("ann.ipynb", "2")));
        assertEquals(List.of(), again.collected());
        Path ann = folder.resolve("collected/ann");
        try (Stream<Path> attempts = Files.list(ann)) {
            assertEquals(2, attempts.count());
        }
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ann)));
    }

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

    @Test
    void saysWhenAFileIsNoArchive() throws IOException {
        Path file = Files.writeString(folder.resolve("no.zip"), "not a zip");
        UserException e =
                assertThrows(UserException.class, () -> collect(SubmissionSource.FOLDER, file));
        assertTrue(e.getMessage().contains("is not a zip archive"), e.getMessage());
    }

    @Test
    void makesNamesSafeAndKeepsThemApart() {
        assertEquals("Zoë Müller_12", FileNames.safe("Zoë Müller_12"));
        assertNotEquals(FileNames.safe("a/b"), FileNames.safe("a:b"));
        assertFalse(FileNames.safe("../..").contains("/"));
        assertFalse(FileNames.safe("..").startsWith("."));
        assertTrue(FileNames.safe("x".repeat(500)).length() < 100);
        assertEquals(FileNames.safe("e\u0301"), FileNames.safe("\u00e9"));
    }
}
