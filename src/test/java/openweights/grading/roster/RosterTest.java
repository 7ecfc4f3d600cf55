package openweights.grading.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {

    private static final String CANVAS =
            """
            Student,ID,SIS User ID,SIS Login ID,Section,Exercise 02 (501)
                Points Possible,,,,,6
            "Lee, Ann",101,s1,annlee,Monday,
            "O'Hara, José",102,s2,jose,Monday,5
            "Student, Test",,,,Monday,
            """;

    private static final String MOODLE =
            "\uFEFFVorname;Nachname;ID-Nummer;E-Mail-Adresse;Gruppen\n"
                    + "Ann;Lee;7001;ann@x.org;Team A\n"
                    + "Jörg;Bär;7002;bar@x.org;Team A\n"
                    + "Zoe;Zhu;7003;zoe@x.org;\n";

    private static final String GRADESCOPE =
            "First Name,Last Name,SID,Email,Role,Section\nAnn,Lee,s1,ann@x.org,Student,1\n";

    private static Roster roster(String text) {
        return new Roster(RosterImport.read("list.csv", text).people());
    }

    @Test
    void readsCanvas() {
        RosterImport list = RosterImport.read("list.csv", CANVAS);
        assertEquals(
                List.of(
                        new Person("Ann Lee", "101", "annlee", "", ""),
                        new Person("José O'Hara", "102", "jose", "", "")),
                list.people());
        assertEquals(List.of("SIS User ID", "Section", "Exercise 02 (501)"), list.unused());
        assertEquals("Ann Lee", roster(CANVAS).of("leeann_101").orElseThrow().name());
    }

    @Test
    void readsMoodleInOtherLanguages() {
        Roster roster = roster(MOODLE);
        assertEquals(
                new Person("Jörg Bär", "7002", "", "bar@x.org", "Team A"), roster.people().get(1));
        assertEquals("Ann Lee", roster.of("Ann Lee_1234567").orElseThrow().name());
    }

    @Test
    void readsGradescope() {
        assertEquals("Ann Lee", roster(GRADESCOPE).of("Ann Lee_ann@x.org").orElseThrow().name());
    }

    @Test
    void saysWhatItFoundWhereThereAreNoNames() {
        String words =
                assertThrows(
                                UserException.class,
                                () -> RosterImport.read("list.csv", "Matrikel,Kurs\n1,A\n"))
                        .getMessage();
        assertTrue(words.endsWith("found: Matrikel, Kurs."), words);
    }

    @Test
    void namesWhoHasNotSubmitted() {
        Roster roster = roster(MOODLE);
        assertEquals(
                List.of("Jörg Bär", "Zoe Zhu"),
                roster.absent(List.of("Ann Lee_1234567")).stream().map(Person::name).toList());
        assertEquals(
                List.of("Zoe Zhu"),
                roster.absent(List.of("Team A")).stream().map(Person::name).toList(),
                "one submission of a group is everybody's");
        assertEquals(2, roster.members("Team A").size());
    }

    @Test
    void aNameThatTwoHaveMeansNobody() {
        Roster roster = roster("Name,ID\nAnn Lee,1\nAnn Lee,2\n");
        assertTrue(roster.of("Ann Lee_555").isEmpty());
        assertEquals("2", roster.of("Ann Lee_2").orElseThrow().id());
    }

    @Test
    void aStudentInTwoRowsIsOneStudent() {
        Roster roster = roster("Name,ID,Section,Group\nAnn Lee,1,A,\nBob,2,A,\nAnn Lee,1,B,red\n");
        assertEquals(2, roster.people().size());
        assertEquals("red", roster.of("Ann Lee_555").orElseThrow().group());
        assertEquals(2, roster("Name\nAnn Lee\nAnn Lee\n").people().size(), "maybe two people");
        String list = "Name,ID,Group\nAnn Lee,1,red\nAnn Lee,1,blue\n";
        String words = assertThrows(UserException.class, () -> roster(list)).getMessage();
        assertTrue(words.contains("Ann Lee is in two groups, \"red\" and \"blue\""), words);
    }

    @Test
    void whatIsWrittenIsRead(@TempDir Path folder) throws IOException {
        Roster roster = roster(MOODLE);
        roster.write(Roster.file(folder));
        assertEquals(roster.people(), Roster.read(Roster.file(folder)).people());
        assertEquals(List.of(), Roster.read(folder.resolve("none")).people());
    }
}
