package openweights.grading.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Journal;
import openweights.grading.roster.Roster;
import openweights.grading.score.ManualSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // It has no Unix permissions.
class GradingFolderTest {

    /** What may be the first to be written for a class, or for one exercise. */
    private interface First {
        void write(GradingFolder folder) throws IOException;
    }

    @TempDir private Path machine;

    private static final Map<String, First> FIRST =
            Map.of(
                    "roster", folder -> roster(folder.path().getParent()),
                    "results", folder -> ResultsFile.open(folder.results()).close(),
                    "decisions", folder -> decision(new Journal(folder.decisions())),
                    "table", folder -> table(folder.manualSheet()),
                    "feedback", GradingFolder::feedback,
                    "export", GradingFolder::export);

    private static void roster(Path grading) throws IOException {
        new Roster(List.of()).write(Roster.file(grading));
    }

    private static void decision(Journal journal) throws IOException {
        journal.append("Ann", List.of(new Change.Check("ann", "0", true)));
    }

    private static void table(Path file) throws IOException {
        Decisions none = Decisions.of(List.of());
        ManualSheet.read(file).add(List.of(), true, none, (result, question) -> "");
    }

    /** Names and answers are nobody else's business, whichever command comes first. */
    @Test
    void isPrivateWhateverIsWrittenFirst() throws IOException {
        for (Map.Entry<String, First> first : FIRST.entrySet()) {
            Path grading = machine.resolve(first.getKey());
            first.getValue().write(GradingFolder.of(grading, "01-weighted-sum"));
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(grading));
            assertEquals("rwx------", rights, first.getKey());
        }
    }
}
