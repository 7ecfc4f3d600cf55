package openweights.cli.engine;

import static openweights.cli.Said.course;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.cli.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that commands alone train, evaluate and release. */
class ReleaseCommandTest {

    @TempDir static Path shared;
    @TempDir Path shelf;

    private static Path run;

    @BeforeAll
    static void trainAndEvaluate() throws IOException {
        run = SmallModels.trained(shared.resolve("run"));
        Said evaluation = course("evaluate", run, "--quick", "--json");
        assertEquals(0, evaluation.status(), evaluation.err());
        Files.writeString(run.resolve("evaluation.json"), evaluation.out());
    }

    @Test
    void writesBothReleasesAndAuditsThem() throws IOException {
        Said said = course("release", run, "--out", shelf);
        assertEquals(0, said.status(), said.err() + said.out());
        assertEquals(
                """
                SHELF/tiny: open source; MOF class I, Open Science
                SHELF/tiny-weights: open-weight; MOF unclassified
                """,
                said.out().replace(shelf.toString(), "SHELF"));
        assertEquals(List.of("tiny", "tiny-weights"), names(shelf));
        assertEquals(
                -1,
                Files.mismatch(
                        run.resolve("model.safetensors"),
                        shelf.resolve("tiny-weights/model.safetensors")));
        assertEquals(0, course("audit", shelf.resolve("tiny")).status());
    }

    @Test
    void neverOverwritesARelease() throws IOException {
        Path mine = Files.createDirectories(shelf.resolve("tiny-weights"));
        Files.writeString(mine.resolve("README.md"), "mine");
        Said said = course("release", run, "--out", shelf);
        assertEquals(2, said.status());
        assertEquals(
                "course release: "
                        + mine
                        + ": already exists, and a release is never overwritten. Move it away first.\n",
                said.err());
        assertEquals(List.of("tiny-weights"), names(shelf));
        assertEquals("mine", Files.readString(mine.resolve("README.md")));
    }

    @Test
    void reportsWhatTheRunLacks() throws IOException {
        Path fresh = SmallModels.trained(shelf.resolve("fresh"));
        Said said = course("release", fresh, "--out", shelf.resolve("out"));
        assertEquals(2, said.status());
        assertTrue(
                said.err()
                        .endsWith(
                                "evaluation.json: is missing. A release includes an evaluation of its model; run ./course evaluate RUN --json > RUN/evaluation.json first.\n"),
                said.err());
        Files.writeString(fresh.resolve("evaluation.json"), "{\"cut\": ");
        assertTrue(
                course("release", fresh, "--out", shelf.resolve("out"))
                        .err()
                        .contains("not valid JSON"));
        Said none = course("release", shelf.resolve("none"), "--out", shelf.resolve("out"));
        assertEquals(2, none.status());
        assertTrue(none.err().contains("recipe.json"), none.err());
        assertEquals(List.of("fresh"), names(shelf));
    }

    @Test
    void refusesMissingCheckpointsAndInvalidTargets() throws IOException {
        Said step = course("release", run, "--out", shelf, "--checkpoints", "9");
        assertEquals(2, step.status());
        assertTrue(
                step.err().endsWith("not every checkpoint of [9] was saved; there are [8, 16].\n"),
                step.err());
        Path note = Files.writeString(shelf.resolve("note.txt"), "mine");
        Said place = course("release", run, "--out", note);
        assertEquals(2, place.status());
        assertTrue(
                place.err()
                        .endsWith(
                                "cannot be created because %s is not a writable folder. Name another place.\n"
                                        .formatted(note)),
                place.err());
        assertEquals(List.of("note.txt"), names(shelf));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
