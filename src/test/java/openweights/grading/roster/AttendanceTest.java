package openweights.grading.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
