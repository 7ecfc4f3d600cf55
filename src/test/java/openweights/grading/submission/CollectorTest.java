package openweights.grading.submission;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openweights.base.AtomicFile;
import openweights.base.Sha256;
import openweights.base.UserException;
import openweights.grading.run.SampleExercise;
import openweights.grading.submission.SourceFiles.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Collector collector = new Collector(folder.resolve("collected"), origin, "01-two-layers");
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
    void knowsTheNamesOfAnonymousAndLateStudentsAndOfGroups() {
        Map<String, String> canvas =
                Map.of(
                        "anon_6tRqL_9001_x.ipynb", "anon_6tRqL",
                        "LATE_anon_6tRqL_9001_x.ipynb", "anon_6tRqL",
                        "van_dykeann_101_9001_x.ipynb", "van_dykeann_101",
                        "projectgroup_3_103_9003_x.ipynb", "projectgroup_3_103",
                        "leeann_LATE_104_9004_01-two-layers-1.ipynb", "leeann_104");
        canvas.forEach(
                (file, student) ->
                        assertEquals(Optional.of(student), SubmissionSource.CANVAS.student(file)));
        Map<String, String> moodle =
                Map.of(
                        "Ann Lee_1234567_assignsubmission_file_x.ipynb", "Ann Lee_1234567",
                        "Ann Lee_1234567_assignsubmission_file/x.ipynb", "Ann Lee_1234567",
                        "Default group_assignsubmission_file/x.ipynb", "Default group",
                        "Default group_assignsubmission_file_x.ipynb", "Default group");
        moodle.forEach(
                (file, student) ->
                        assertEquals(Optional.of(student), SubmissionSource.MOODLE.student(file)));
    }

    @Test
    void takesNotebooksWhoseNamesABrowserHasChanged() throws IOException {
        collect(
                SubmissionSource.FOLDER,
                zip(Map.of("ann.ipynb.json", "1", "bob.ipynb.txt", "2", "CY.IPYNB", "3")));
        assertEquals(List.of("CY", "ann", "bob"), students());
    }

    @Test
    void looksBehindTheFolderThatHoldsAllStudents() throws IOException {
        collect(
                SubmissionSource.FOLDER,
                zip(
                        Map.of(
                                "submissions/ann/x.ipynb", "1",
                                "submissions/bob/x.ipynb", "2",
                                "submissions/.DS_Store", "",
                                "__MACOSX/submissions/ann/._x.ipynb", "")));
        assertEquals(List.of("ann", "bob"), students());
    }

    @Test
    void looksBehindNbgradersFolders() throws IOException {
        collect(SubmissionSource.FOLDER, zip(Map.of("submitted/ann/01-two-layers/x.ipynb", "1")));
        assertEquals(List.of("ann"), students());
    }

    @Test
    void aStudentsOnlyFolderStaysTheStudents() throws IOException {
        collect(SubmissionSource.FOLDER, zip(Map.of("ann/01-two-layers/x.ipynb", "1")));
        assertEquals(List.of("ann"), students());
    }

    @Test
    void theLastUploadCountsThoughItWasUploadedBefore() throws IOException {
        Map<String, String> uploads = new LinkedHashMap<>();
        uploads.put("2026-01-01T10:00:00Z", "right");
        uploads.put("2026-01-01T11:00:00Z", "wrong");
        uploads.put("2026-01-01T12:00:00Z", "right");
        for (Map.Entry<String, String> upload : uploads.entrySet()) {
            Path source = Files.createDirectories(folder.resolve("source/ann"));
            Path file = Files.writeString(source.resolve("x.ipynb"), upload.getValue());
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(upload.getKey())));
            collect(SubmissionSource.FOLDER, folder.resolve("source"));
            // Collected again, it is the same upload.
            assertEquals(
                    List.of(),
                    collect(SubmissionSource.FOLDER, folder.resolve("source")).collected());
        }
        Submission counts =
                SubmissionFinder.find(List.of(folder.resolve("collected")), "sample").get(0);
        assertEquals("right", Files.readString(counts.file()));
    }

    @Test
    void ofTwoNotebooksTheOneOfTheExerciseCountsAndThatIsSaid() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/ann"));
        Path right = SampleExercise.write(source, "a", "int twice;", null);
        Files.writeString(
                source.resolve("b.ipynb"),
                Files.readString(right).replace("\"sample\"", "\"another\""));
        for (String name : List.of("a.ipynb", "b.ipynb")) {
            Files.setLastModifiedTime(
                    source.resolve(name), FileTime.from(Instant.parse("2026-01-01T10:00:00Z")));
        }
        collect(SubmissionSource.FOLDER, folder.resolve("source"));
        for (String place : List.of("source", "collected")) {
            Submission counts =
                    SubmissionFinder.find(List.of(folder.resolve(place)), "sample").get(0);
            assertEquals(Files.readString(right), Files.readString(counts.file()));
            assertTrue(counts.note().contains("a.ipynb counts"), counts.note());
        }
    }

    @Test
    void ofTwoNotebooksOfOneTimeTheLastByNameCountsAndThatIsSaid() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/ann"));
        for (String name : List.of("x-9.ipynb", "x-10.ipynb", "x.ipynb")) {
            SampleExercise.write(source, name.replace(".ipynb", ""), "// " + name, null);
        }
        Submission counts =
                SubmissionFinder.find(List.of(folder.resolve("source")), "sample").get(0);
        assertEquals("x-10.ipynb", counts.file().getFileName().toString());
        assertTrue(counts.note().contains("the last by name"), counts.note());
    }

    /** A clone holds whatever its student has committed. */
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/dev/zero", "."})
    void aReceiptOfTheStudentsOwnStopsNobody(String receipt) throws IOException {
        Path clone = Files.createDirectories(folder.resolve("clones/ann"));
        SampleExercise.write(clone, "x-1", "// 1", null);
        SampleExercise.write(clone, "x-2", "// 2", null);
        if (receipt.equals("nonsense")) {
            Files.writeString(clone.resolve("receipt.json"), receipt);
        } else {
            Files.createSymbolicLink(clone.resolve("receipt.json"), Path.of(receipt));
        }
        Submission counts =
                SubmissionFinder.find(List.of(folder.resolve("clones")), "sample").get(0);
        assertEquals("x-2.ipynb", counts.file().getFileName().toString());
    }

    @Test
    void gradesACopyThatNobodyChanges() throws Exception {
        Path file = SampleExercise.write(folder, "ann", SampleExercise.TWICE, null);
        byte[] before = Files.readAllBytes(file);
        Submission copy =
                new Snapshots(folder.resolve("snapshots"))
                        .take(List.of(new Submission("ann", file)))
                        .get(0);
        Files.writeString(file, "replaced while the batch runs");
        assertEquals(Sha256.of(before), copy.hash());
        assertArrayEquals(before, copy.content());
    }

    @Test
    void gradescopeSaysWhoTheStudentsAreAndWhen() throws IOException {
        String metadata =
                """
                ---
                submission_3000:
                  :submitters:
                  - :name: Ann Lee
                    :sid: '17'
                    :email: ann@example.edu
                  - :name: Bob Ray
                    :sid:
                    :email: bob@example.edu
                  :created_at: 2026-01-02 10:00:00.123456000 -08:00
                  :score: 3.0
                """;
        Collector collector =
                collect(
                        SubmissionSource.GRADESCOPE,
                        zip(
                                Map.of(
                                        "assignment_1_export/submission_metadata.yml",
                                        metadata,
                                        "assignment_1_export/submission_3000/x.ipynb",
                                        "1")));
        assertEquals(List.of(), collector.skipped());
        assertEquals(List.of("Ann Lee_ann@example.edu", "Bob Ray_bob@example.edu"), students());
        try (Stream<Path> all = Files.list(folder.resolve("collected/Ann Lee_ann@example.edu"))) {
            String attempt = all.findFirst().orElseThrow().getFileName().toString();
            assertTrue(attempt.startsWith("20260102T180000Z-"), attempt);
        }
    }

    @Test
    void readsArchivesOfWindowsWithNamesInItsOwnCharacters() throws IOException {
        Path file = folder.resolve("all.zip");
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(file), Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("J\u00f6rg M\u00fcller/x.ipynb"));
            zip.write('1');
        }
        collect(SubmissionSource.FOLDER, file);
        assertEquals(List.of("J\u00f6rg M\u00fcller"), students());
    }

    /** As programs write them that do not know the size beforehand. */
    @Test
    void readsStoredEntriesWithTheirSizesBehindThem() throws IOException {
        byte[] name = "ann.ipynb".getBytes(StandardCharsets.UTF_8);
        byte[] content = "1".getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer zip = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).putShort((short) 20).putShort((short) 8).putShort((short) 0);
        zip.putInt(0).putInt(0).putInt(0).putInt(0);
        zip.putShort((short) name.length).putShort((short) 0).put(name).put(content);
        zip.putInt(0x08074b50).putInt((int) crc.getValue()).putInt(1).putInt(1);
        int directory = zip.position();
        zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 8);
        zip.putShort((short) 0).putInt(0).putInt((int) crc.getValue()).putInt(1).putInt(1);
        zip.putShort((short) name.length).put(new byte[16]).put(name);
        int end = zip.position();
        zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
        zip.putInt(end - directory).putInt(directory).putShort((short) 0);
        Path file = folder.resolve("all.zip");
        Files.write(file, Arrays.copyOf(zip.array(), zip.position()));
        Collector collector = collect(SubmissionSource.FOLDER, file);
        assertEquals(List.of("ann: ann.ipynb"), collector.collected());
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

    /** The folder of a student with an unsafe name is found again by its own name. */
    @ParameterizedTest
    @ValueSource(strings = {"..", "-rf", "a/b", "<b>", "Ann ", "x\u6f22\ud835\udcd0\u00e9"})
    void aSafeNameStaysAsItIs(String part) {
        for (String name : List.of(part, part.repeat(60), "x".repeat(81) + part)) {
            assertEquals(FileNames.safe(name), FileNames.safe(FileNames.safe(name)));
        }
    }

    /** Names that students gave themselves on a platform; a file name has 255 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"\u6f22", "\ud835\udcd0", "a\ud835\udcd0"})
    void namesOfLongCharactersStayFileNames(String part) throws IOException {
        String name = FileNames.safe(part.repeat(60).substring(part.length() - 1));
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 180, name);
        AtomicFile.write(folder.resolve(name + "-0123456789abcdef.ipynb"), "{}");
    }

    private Path handedIn(String name, String content) throws IOException {
        Path file = folder.resolve("hand-in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String notebookOf(String exercise) {
        return "{\"cells\":[],\"metadata\":{\"openweights\":{\"exercise\":\"%s\"}},\"nbformat\":4}"
                .formatted(exercise);
    }

    /** Students of a hub hand in all exercises in one folder. */
    @Test
    void takesOnlyTheExercisesOwnNotebooksFromAHub() throws IOException {
        handedIn("ann/mine.ipynb", notebookOf("01-two-layers"));
        handedIn("ann/later.ipynb", notebookOf("02-loss-and-slope"));
        handedIn("bob/exercise-01-two-layers.ipynb", "{");
        handedIn("bob/exercise-02-loss-and-slope.ipynb", "{");
        handedIn("cem/of-his-own/mine.ipynb", notebookOf("01-two-layers"));
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(
                List.of("ann: ann/mine.ipynb", "bob: bob/exercise-01-two-layers.ipynb"),
                collector.collected());
        assertEquals(1, collector.skipped().size(), "" + collector.skipped());
    }

    /** The guide puts feedback where students look, and where notebooks are collected. */
    @Test
    void passesOverPagesForStudentsOnAHub() throws IOException {
        handedIn("ann/mine.ipynb", notebookOf("01-two-layers"));
        handedIn("ann/feedback-01-two-layers.html", "<p>2 of 2");
        handedIn("ann/mine.html", "<p>my answers");
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(List.of("ann: ann/mine.ipynb"), collector.collected());
        assertEquals(List.of("ann/mine.html: not a notebook (*.ipynb)."), collector.skipped());
    }

    /** A student can give a file any time of modification. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void countsFromWhenAFileCameToAHub() throws IOException {
        Path late = handedIn("ann/mine.ipynb", notebookOf("01-two-layers"));
        Instant before = Instant.now().minusSeconds(60);
        Files.setLastModifiedTime(late, FileTime.from(Instant.EPOCH));
        collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        Receipt receipt = Receipt.all(folder.resolve("collected"), "ann").get(0);
        assertTrue(receipt.time().isAfter(before), "" + receipt.time());
    }

    /** Sparse files cost a student nothing; nobody else's work waits for them. */
    @Test
    @DisabledOnOs(OS.WINDOWS) // Its files of zeros take space.
    void nobodysFilesKeepOthersFromBeingCollected() throws IOException {
        Path ann = handedIn("ann/00.ipynb", "");
        for (int i = 0; i < 30; i++) {
            Path file = ann.resolveSibling("%02d.ipynb".formatted(i));
            try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
                channel.write(ByteBuffer.allocate(1), (20 << 20) - 1);
            }
        }
        handedIn("ann/of-her-own/.ipynb_checkpoints/a/b/c/mine.ipynb", "{}");
        handedIn("ben/.ipynb_checkpoints/mine-checkpoint.ipynb", "{}");
        handedIn("ben/mine.ipynb", notebookOf("01-two-layers"));
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(List.of("ben: ben/mine.ipynb"), collector.collected());
        assertEquals(
                List.of(
                        "ann/of-her-own: a folder; nothing in it is collected.",
                        "ann/26.ipynb: this student's files take more than 512 MB, so this and those after it were not read. Move some away, and collect again."),
                collector.skipped());
    }

    /** Whoever owns a folder can change it while it is read. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsReplacedMeanwhileEndsNothing() throws Exception {
        List<String> names = List.of("ann/gone", "ann/link", "ann/pipe");
        for (String name : names) {
            handedIn(name + ".ipynb", notebookOf("01-two-layers"));
        }
        Path handIn = folder.resolve("hand-in");
        try (SourceFiles files = SourceFiles.open(handIn, true)) {
            for (String name : names) {
                Files.delete(handIn.resolve(name + ".ipynb"));
            }
            Files.createSymbolicLink(
                    handIn.resolve("ann/link.ipynb"), folder.resolve("another.ipynb"));
            Path pipe = handIn.resolve("ann/pipe.ipynb");
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            for (SourceFile file : files.files()) {
                assertThrows(FileSystemException.class, () -> file.content().open(), file.name());
            }
        }
    }

    /**
     * Otherwise a student could hand in, and get feedback on, what only the instructor may read.
     */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinkOnAHub() throws IOException {
        Path bens = handedIn("ben/mine.ipynb", notebookOf("01-two-layers"));
        Files.createDirectories(folder.resolve("hand-in/ann"));
        Files.createSymbolicLink(folder.resolve("hand-in/ann/mine.ipynb"), bens);
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(List.of("ben"), students());
        assertEquals(
                List.of("ann/mine.ipynb: a link; links are not followed."), collector.skipped());
    }
}
