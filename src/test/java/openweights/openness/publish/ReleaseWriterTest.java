package openweights.openness.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.train.run.Run;
import openweights.engine.train.run.RunListener;
import openweights.openness.Audit;
import openweights.openness.folder.ReleaseFolder;
import openweights.openness.framework.Kind;
import openweights.openness.framework.MofClass;
import openweights.openness.license.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real run, though a short one, made into releases. */
class ReleaseWriterTest {

    @TempDir static Path shared;
    @TempDir Path folder;

    private static Path trained;
    private Path run;
    private Path shelf;
    private Path sources;

    @BeforeAll
    static void train() throws IOException {
        trained = shared.resolve("run");
        Run training =
                Run.open(Path.of("src/test/resources/train/tiny.json"), trained, Backend.best());
        training.go(training.recipe().training().steps(), new RunListener() {}, () -> false);
        Files.writeString(
                trained.resolve("evaluation.json"),
                """
                {"cross_entropy": {"stories": 2000, "nats_per_story": 26.123456, "excess": 0.0213,
                                   "low": 0.019, "high": 0.0236},
                 "right_answers": {"who_has": {"hits": 96, "of": 100, "share": 0.96, "low": -1e-17,
                                               "high": 0.9843}, "where_is": {"hits": 0, "of": 0}},
                 "samples": {"settings": {"temperature": 0.8, "top_k": 40}}}
                """);
    }

    @BeforeEach
    void copy() throws IOException {
        run = folder.resolve("run");
        copy(trained, run);
        shelf = folder.resolve("project/lessons/models");
        sources = folder.resolve("project/src/main/java/openweights");
        for (String name :
                List.of(
                        "engine/model",
                        "engine/train",
                        "engine/generate",
                        "engine/math",
                        "stories/corpus",
                        "stories/evaluate")) {
            Files.createDirectories(sources.resolve(name));
            Files.writeString(sources.resolve(name).resolve("Code.java"), "class Code {}");
        }
    }

    @Test
    void theCompleteReleaseIsOpenSourceAndOpenScience() throws IOException {
        List<Path> written = writer().write();
        assertEquals(List.of(shelf.resolve("tiny"), shelf.resolve("tiny-weights")), written);
        Audit audit = Audit.of(ReleaseFolder.read(written.get(0)));
        assertEquals(List.of(), audit.release().findings());
        assertEquals(Kind.OPEN_SOURCE, audit.kind(), audit.osaid().criteria().toString());
        assertEquals(MofClass.I, audit.mof().certain(), audit.mof().criteria().toString());
        assertEquals("between 0.500 and 1.000", audit.index().outcome());
        assertEquals(List.of(), audit.disagreements());
    }

    @Test
    void releasesOnlyTheRequestedCheckpoints() throws IOException {
        List<Path> written = new ReleaseWriter(run, shelf, sources, Set.of(16)).write();
        assertEquals(
                List.of("step-000016.safetensors"), names(written.get(0).resolve("checkpoints")));
        Audit audit = Audit.of(ReleaseFolder.read(written.get(0)));
        assertEquals(List.of(), audit.release().findings());
    }

    @Test
    void refusesACheckpointThatWasNotSaved() {
        IOException problem =
                assertThrows(
                        IOException.class,
                        () -> new ReleaseWriter(run, shelf, sources, Set.of(17)));
        assertTrue(problem.getMessage().endsWith("there are [8, 16]."), problem.getMessage());
    }

    @Test
    void theTwinHasTheSameWeightsAndNothingElse() throws IOException {
        List<Path> written = writer().write();
        Path twin = written.get(1);
        assertEquals(
                List.of(
                        "LICENSE",
                        "README.md",
                        "config.json",
                        "model.safetensors",
                        "tokenizer.json"),
                names(twin));
        assertArrayEquals(
                Files.readAllBytes(written.get(0).resolve("model.safetensors")),
                Files.readAllBytes(twin.resolve("model.safetensors")));
        Model.open(twin);
        Audit audit = Audit.of(ReleaseFolder.read(twin));
        assertEquals(List.of(), audit.release().findings());
        assertEquals(Kind.OPEN_WEIGHT, audit.kind());
        assertEquals(Answer.NO, audit.osaid().passes());
        assertFalse(audit.osaid().licenseOnly());
        assertEquals(MofClass.NONE, audit.mof().possible());
    }

    @Test
    void theDocumentsContainTheRunsFigures() throws IOException {
        Path release = writer().write().get(0);
        String card = Files.readString(release.resolve("README.md"));
        String report = Files.readString(release.resolve("REPORT.md"));
        for (String row :
                List.of(
                        "| cross entropy, excess | 2.1 % (95 %: 1.9 to 2.4) |",
                        "| cross entropy, stories | 2,000 |",
                        "| cross entropy, nats per story | 26.12 |",
                        "| right answers, who has | 96.0 % (96 of 100; 95 %: 0.0 to 98.4) |",
                        "| right answers, where is, of | 0 |",
                        "| samples, settings | temperature 0.8, top k 40 |")) {
            assertTrue(card.contains(row), row + "\n" + card);
        }
        assertTrue(report.contains("| steps | 24 |"), report);
        List<String> log = Files.readAllLines(release.resolve("log.csv"));
        String[] last = log.get(log.size() - 1).split(",");
        assertEquals("24", last[0]);
        assertTrue(report.contains(last[5] + " on validation stories"), report);
        for (String name : List.of("README.md", "DATA_CARD.md", "REPORT.md", "PAPER.md")) {
            String text = Files.readString(release.resolve(name));
            assertFalse(text.contains("{{") || text.contains("null"), name);
        }
        assertEquals(20, Files.readAllLines(release.resolve("data/validation.txt")).size());
        assertTrue(Files.readString(release.resolve("samples.md")).contains("\n10. "));
    }

    @Test
    void theAuditShowsEveryMissingPart() throws IOException {
        Path release = writer().write().get(0);
        Files.delete(release.resolve("PAPER.md"));
        Audit audit = Audit.of(ReleaseFolder.read(release));
        assertEquals(MofClass.II, audit.mof().certain());
        assertEquals(Kind.OPEN_SOURCE, audit.kind());
        assertTrue(
                audit.disagreements().get(0).contains("not for \"Research paper\""),
                audit.disagreements().toString());
        assertEquals(2, audit.release().findings().size()); // mof.yml and manifest.json
        Files.delete(sources.resolve("engine/train/Code.java"));
        assertEquals(Kind.OPEN_WEIGHT, Audit.of(ReleaseFolder.read(release)).kind());
    }

    @Test
    void theAuditShowsTamperedWeights() throws IOException {
        Path release = writer().write().get(0);
        byte[] weights = Files.readAllBytes(release.resolve("model.safetensors"));
        weights[weights.length - 1] ^= 1;
        Files.write(release.resolve("model.safetensors"), weights);
        assertEquals(
                List.of(
                        "model.safetensors: its SHA-256 differs from manifest.json; one of them was changed."),
                ReleaseFolder.read(release).findings());
    }

    @Test
    void overwritesNothing() throws IOException {
        writer().write();
        FileAlreadyExistsException refused =
                assertThrows(FileAlreadyExistsException.class, () -> writer().write());
        assertTrue(refused.getMessage().contains("never overwritten"));
        assertEquals(List.of("tiny", "tiny-weights"), names(shelf));
    }

    @Test
    void refusesARunThatWasNotEvaluated() throws IOException {
        Files.delete(run.resolve("evaluation.json"));
        IOException refused = assertThrows(IOException.class, this::writer);
        assertTrue(refused.getMessage().contains("run ./course evaluate RUN --json > RUN/"));
        assertFalse(Files.exists(shelf));
    }

    @Test
    void refusesAnUnfinishedOrChangedRun() throws IOException {
        Files.writeString(run.resolve("log.csv"), "changed");
        IOException refused = assertThrows(IOException.class, this::writer);
        assertTrue(refused.getMessage().contains("log.csv: its SHA-256 differs from run.json"));
        Files.delete(run.resolve("checkpoints/step-000008.safetensors"));
        Files.copy(
                trained.resolve("log.csv"),
                run.resolve("log.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        assertTrue(
                assertThrows(IOException.class, this::writer)
                        .getMessage()
                        .contains("is missing, although run.json names it"));
        Files.delete(run.resolve("run.json"));
        assertThrows(RuntimeException.class, this::writer);
    }

    private ReleaseWriter writer() throws IOException {
        return new ReleaseWriter(run, shelf, sources, Set.of());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static List<String> names(Path place) {
        try (Stream<Path> inside = Files.list(place)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
