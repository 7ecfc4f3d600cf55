package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import openweights.base.UserException;
import openweights.grading.decision.DoubleMarking;
import openweights.grading.result.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two graders, Ann and Ben, at two desks on one folder, mark every submission. */
class DeskDoubleTest extends DeskFixture {

    private DeskServer other;
    private String mine;

    @BeforeEach
    void openTheOther() throws Exception {
        Files.writeString(folder.doubleMarking(), "differ: 0.5\n");
        other = start("Ben");
        mine = address;
        turnTo(other);
        get("");
        turnTo(server);
    }

    @AfterEach
    void closeTheOther() throws IOException {
        other.close();
    }

    private void turnTo(DeskServer desk) {
        address = desk == server ? mine : desk.address();
    }

    private void mark(DeskServer desk, String points, String comment) throws Exception {
        turnTo(desk);
        String place = page("bob");
        String[] form = {"question", "q1", "points", points, "comment", comment};
        assertEquals(200, post(place + "/judge", form).statusCode());
        post(place + "/done", "done", "yes");
    }

    @Test
    void eachMarksWithoutSeeingTheOtherAndTheMeanCounts() throws Exception {
        mark(server, "1.5", "from Ann");
        turnTo(other);
        for (String place : new String[] {page("bob"), "history", "groups/q1", ""}) {
            String page = get(place).body();
            assertFalse(page.contains("from Ann") || page.contains("1.5"), place);
        }
        assertTrue(get("").body().contains("0 of 6 done"), "Ben is not done");
        assertTrue(grade("bob").isOpen(), "it counts only when both are done");
        mark(other, "2", "from Ben");
        assertEquals(1.75, grade("bob").points("q1"));
        assertFalse(grade("bob").isOpen());
        String page = get(page("bob")).body();
        assertTrue(page.contains("<strong>Ann</strong> 1.5"), page);
        assertTrue(page.contains("mean 1.75"), page);
        assertEquals(
                "2",
                match("data-max=\"2\"[^>]*>(?s:.)*?name=\"points-was\" value=\"([^\"]*)", page));
        assertTrue(get("history").body().contains("from Ann"));
        assertTrue(grade("ann").isOpen(), "nobody has marked her");
    }

    @Test
    void aThirdSettlesWhatTheTwoCannot() throws Exception {
        mark(server, "0", "");
        mark(other, "2", "");
        String list = get("?show=differ").body();
        assertTrue(list.contains("<bdi>bob</bdi>") && !list.contains("<bdi>ann</bdi>"), list);
        assertTrue(grade("bob").isOpen());
        assertEquals("two graders differ", grade("bob").openReason());
        String place;
        try (DeskServer third = start("Cem")) {
            turnTo(third);
            get("");
            place = page("bob");
            assertFalse(get(place).body().contains("class=\"judge\""), "no third mark");
            assertFalse(get(place).body().contains(">Not done<"), "not Cem's to say");
            assertEquals(
                    409,
                    post(place + "/judge", "question", "q1", "points", "1", "points-was", "")
                            .statusCode());
            String[] form = {"question", "q1", "settled", "1", "settled-was", ""};
            assertEquals(
                    400, post(place + "/settle", "question", "q1", "settled", "9").statusCode());
            HttpResponse<String> settled = post(place + "/settle", form);
            assertTrue(settled.body().contains("name=\"settled-was\" value=\"1\""));
            assertEquals(409, post(place + "/settle", form).statusCode());
        }
        assertEquals(1, grade("bob").points("q1"));
        assertFalse(grade("bob").isOpen());
    }

    @Test
    void nothingIsSettledBeforeBothAreDone() throws Exception {
        mark(server, "0", "");
        assertEquals(
                400, post(page("bob") + "/settle", "question", "q1", "settled", "1").statusCode());
    }

    @Test
    void whatIsInTheTableSettlesButWaitsForBoth() throws Exception {
        mark(server, "0", "");
        writeTable("1");
        assertTrue(grade("bob").isOpen(), "one grader is not done");
        assertEquals("1 of 2 graders are done", grade("bob").openReason());
        mark(other, "2", "");
        assertFalse(grade("bob").isOpen());
        assertEquals(1, grade("bob").points("q1"), "and not two graders who differ");
    }

    /** What was said last counts, in the table or on the desk. */
    @Test
    void whatIsSettledAfterTheTableWasFilledInCounts() throws Exception {
        mark(server, "0", "");
        mark(other, "2", "");
        writeTable("1");
        assertEquals(1, grade("bob").points("q1"));
        String[] form = {"question", "q1", "settled", "1.5", "settled-was", ""};
        assertEquals(200, post(page("bob") + "/settle", form).statusCode());
        assertEquals(1.5, grade("bob").points("q1"));
        writeTable("0.5");
        assertEquals(0.5, grade("bob").points("q1"), "filled in after that");
        form[5] = "1.5";
        assertEquals(200, post(page("bob") + "/settle", form).statusCode());
        assertEquals(1.5, grade("bob").points("q1"), "said once more");
    }

    /** The table is a third person's word, and a comment changes nobody's points. */
    @Test
    void aMarkStaysItsGradersWhenTheTableSettles() throws Exception {
        mark(server, "0", "from Ann");
        mark(other, "2", "from Ben");
        writeTable("1");
        turnTo(server);
        String page = get(page("bob")).body();
        assertEquals("from Ann", match("name=\"comment-was\" value=\"([^\"]*)", page));
        post(page("bob") + "/judge", "question", "q1", "comment", "again", "comment-was", "");
        writeTable("");
        assertEquals("two graders differ", grade("bob").openReason());
        assertTrue(get(page("bob")).body().contains("<strong>Ann</strong> 0"));
    }

    @Test
    void aGraderWithoutANameIsRefusedAndBlanksMakeNoSecondOne() throws Exception {
        assertThrows(UserException.class, () -> start(" "));
        mark(server, "1", "");
        try (DeskServer same = start(" Ann ")) {
            turnTo(same);
            get("");
            post(page("bob") + "/done", "done", "yes");
        }
        assertEquals("1 of 2 graders are done", grade("bob").openReason());
    }

    private void writeTable(String points) throws IOException {
        Result bob = grade("bob").result();
        Files.writeString(
                folder.manualSheet(),
                "student,question,points,max,comment,submission\nbob,q1,%s,2,,%s\n"
                        .formatted(points, bob.submission()));
    }

    @Test
    void ofASampleTheOthersAreMarkedOnce() throws Exception {
        Files.writeString(folder.doubleMarking(), "differ: 0.5\nshare: 0.5\n");
        DoubleMarking half = DoubleMarking.read(folder.doubleMarking()).orElseThrow();
        List<String> names = List.of("ann", "bob", "cem", "eve", "dan", "fay");
        String drawn = names.stream().filter(half::covers).findFirst().orElseThrow();
        String other = names.stream().filter(each -> !half.covers(each)).findFirst().orElseThrow();
        for (String name : List.of(drawn, other)) {
            assertEquals(200, post(page(name) + "/done", "done", "yes").statusCode());
            boolean says = get(page(name)).body().contains("two graders");
            assertEquals(name.equals(drawn), says, name);
        }
        assertEquals("1 of 2 graders are done", grade(drawn).openReason());
        assertFalse(grade(other).openReason().contains("graders"), grade(other).openReason());
    }

    @Test
    void onDesksOfOnceMarkedSubmissionsNothingIsSaidAboutIt() throws Exception {
        Files.delete(folder.doubleMarking());
        mark(server, "1", "from Ann");
        turnTo(other);
        assertTrue(get(page("bob")).body().contains("from Ann"));
        assertFalse(get("").body().contains("differ <span>"));
    }
}
