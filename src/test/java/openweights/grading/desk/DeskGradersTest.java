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
                late.body().contains("Ben has decided about q1 after this page was shown: q1 1."));
        assertTrue(late.body().contains(">no</textarea>"), "what was typed is still there");
        assertEquals(1, grade("bob").points("q1"));
        String now = match("name=\"seen\" value=\"([^\"]+)\"", late.body());
        post(place, "question", "q1", "points", "0", "points-was", "1", "seen", now);
        assertEquals(0, grade("bob").points("q1"));
        assertTrue(get("history").body().contains("<td>Ben</td>"));
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
        String place = match("/(s/[0-9a-f]+)\">Student 1<", list);
        for (String page : new String[] {"", place, "groups/q1", "copies", "history", "numbers"}) {
            String body = get(page).body();
            for (String name : new String[] {"ann", "bob", "cem", "eve", "dan", "fay"}) {
                assertFalse(body.matches("(?s).*\\b" + name + "\\b.*"), page + " names " + name);
            }
        }
    }
}
