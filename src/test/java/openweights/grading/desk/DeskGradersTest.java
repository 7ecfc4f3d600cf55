package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several graders, and names that are hidden from them. */
class DeskGradersTest extends DeskFixture {

    @Test
    void twoDesksOnOneFolderLoseNothing() throws Exception {
        String place = page("bob") + "/judge";
        String seen = match("name=\"seen\" value=\"([^\"]*)\"", get(page("bob")).body());
        try (DeskServer other = start("Ben")) {
            String mine = address;
            address = other.address();
            get("");
            post(place, "question", "q1", "points", "1", "points-was", "", "seen", "");
            address = mine;
        }
        HttpResponse<String> late =
                post(
                        place,
                        "question",
                        "q1",
                        "points",
                        "0",
                        "points-was",
                        "",
                        "seen",
                        seen,
                        "comment",
                        "no",
                        "comment-was",
                        "");
        assertEquals(409, late.statusCode());
        assertTrue(
                late.body()
                        .contains("Ben decided about q1 after this page was shown: q1: 1 point."));
        assertTrue(late.body().contains(">no</textarea>"), "what was typed is still there");
        assertEquals(1, grade("bob").points("q1"));
        String now = match("name=\"seen\" value=\"([^\"]+)\"", late.body());
        post(place, "question", "q1", "points", "0", "points-was", "1", "seen", now);
        assertEquals(0, grade("bob").points("q1"));
        assertTrue(get("history").body().contains("<td>Ben</td>"));
    }

    /** Two graders may share one desk, and so one name. */
    @Test
    void twoWindowsOfOneDeskDoNotOverwriteEachOther() throws Exception {
        String place = page("bob") + "/judge";
        String[] seen = {"question", "q1", "seen", "", "points-was", "", "points", "1"};
        assertEquals(200, post(place, seen).statusCode());
        seen[7] = "0";
        assertEquals(409, post(place, seen).statusCode());
        assertEquals(1, grade("bob").points("q1"));
    }

    @Test
    void whoJudgesAGroupIsToldWhatWasDecidedAboutOneOfIt() throws Exception {
        HttpResponse<String> group = get("groups/q1/of/" + page("cem").substring(2));
        String seen = match("name=\"seen\" value=\"([^\"]*)\"", group.body());
        String place = group.uri().toString().substring(address.length()) + "/judge";
        post(page("fay") + "/judge", "question", "q1", "points", "2", "points-was", "");
        String[] form = {"question", "q1", "seen", seen, "points-was", "", "points", "1"};
        HttpResponse<String> late = post(place, form);
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("Ann decided about q1 after"), late.body());
        assertEquals(2, grade("fay").points("q1"));
        form[3] = match("name=\"seen\" value=\"([^\"]+)\"", late.body());
        assertEquals(200, post(place, form).statusCode());
        assertEquals(1, grade("fay").points("q1"));
    }

    @Test
    void aCommentAtALineDoesNotReplaceWhatSomebodyElseWroteMeanwhile() throws Exception {
        String place = page("ann") + "/note";
        post(place, "question", "q1", "line", "1", "note-was", "", "note", "mine");
        HttpResponse<String> late =
                post(place, "question", "q1", "line", "1", "note-was", "", "note", "yours");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("“mine”") && late.body().contains("“yours”"), late.body());
        assertTrue(get(page("ann")).body().contains("<p class=\"note\">mine"));
    }

    @Test
    void anItemThatSomebodyHasChangedOrRemovedIsNotBroughtBack() throws Exception {
        String[] made = {"question", "q1", "points", "-1", "words", "adds 2"};
        String page = post("rubric", made).body();
        String item = match("name=\"item\" value=\"(r[0-9a-f]+)\"", page);
        assertEquals(400, post("rubric", made).statusCode(), "made by both at once");
        String[] form = {
            "item", item, "question", "q1", "was", "adds 2 (−1)", "points", "-2", "words", "adds 2"
        };
        assertEquals(200, post("rubric", form).statusCode());
        assertEquals(409, post("rubric", form).statusCode());
        post("rubric", "item", item, "question", "q1", "points", "-2", "words", "x", "remove", "y");
        form[5] = "adds 2 (−2)";
        assertEquals(409, post("rubric", form).statusCode());
        assertEquals(
                409, post(page("ann") + "/judge", "question", "q1", "apply", item).statusCode());
        assertFalse(get("rubric").body().contains("value=\"adds 2\""));
    }

    @Test
    void takesADecisionBackOnlyOnce() throws Exception {
        post(page("ann") + "/judge", "question", "q1", "points", "1", "points-was", "");
        String id = match("name=\"decision\" value=\"([^\"]+)\"", get("history").body());
        post("undo", "decision", id);
        assertTrue(post("undo", "decision", id).body().contains("taken that back already"));
        String undo = match("name=\"decision\" value=\"([^\"]+)\"", get("history").body());
        post("undo", "decision", undo);
        assertEquals(1, grade("ann").points("q1"), "one way back undoes one undo");
    }

    @Test
    void partsShareTheStudentsOut() throws Exception {
        int shown = 0;
        for (int part = 1; part <= 3; part++) {
            String list = get("?part=" + part + "&parts=3").body();
            shown += Pattern.compile("<th scope=\"row\">").matcher(list).results().count();
        }
        assertEquals(6, shown);
    }

    @Test
    void hidesNamesEverywhere() throws Exception {
        String list = post("names", "hide", "yes").body();
        String place = match("/(s/[0-9a-f]+)\"><bdi>Student 1<", list);
        for (String page : new String[] {"", place, "groups/q1", "copies", "history", "numbers"}) {
            String body = get(page).body();
            for (String name : new String[] {"ann", "bob", "cem", "eve", "dan", "fay"}) {
                assertFalse(body.matches("(?s).*\\b" + name + "\\b.*"), page + " names " + name);
            }
        }
    }
}
