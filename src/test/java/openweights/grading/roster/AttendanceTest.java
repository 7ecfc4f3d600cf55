package openweights.grading.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.UserException;
import openweights.grading.result.GradingFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttendanceTest {

    @Test
    void namesWhoIsMissingAndWhoIsUnknown() {
        Person ada = new Person("Ada", "1", "ada", "ada@example.org", "");
        Person bob = new Person("Bob\u001b", "2", "bob", "", "");
        Person eve = new Person("Eve", "3", "eve", "", "reds");
        Roster roster = new Roster(List.of(ada, bob, eve));
        Attendance attendance = Attendance.of(roster, List.of("reds", "zoe"));
        assertEquals(List.of(ada, bob), attendance.absent());
        assertEquals(
                """
                not submitted: Ada <ada@example.org>
                not submitted: Bob\\u001b
                not on the roster: zoe
                1 of 3 have submitted
                """,
                attendance.toString().replace("\r\n", "\n"));
    }

    @Test
    void whoseWorkWasCollectedHasSubmitted(@TempDir Path grading) throws IOException {
        GradingFolder folder = GradingFolder.of(grading, "sample");
        Files.createDirectories(folder.collected().resolve("adalovelace_1"));
        Person ada = new Person("Ada Lovelace", "1", "", "", "");
        Person eve = new Person("Eve", "3", "", "", "");
        assertEquals(List.of(eve), Attendance.of(new Roster(List.of(ada, eve)), folder).absent());
    }

    @Test
    void withoutARosterNobodyIsCounted(@TempDir Path grading) {
        GradingFolder folder = GradingFolder.of(grading, "sample");
        UserException said =
                assertThrows(
                        UserException.class, () -> Attendance.of(new Roster(List.of()), folder));
        assertTrue(said.getMessage().contains("roster.csv lists nobody"), said.getMessage());
    }
}
