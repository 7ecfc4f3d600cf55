package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import openweights.grading.decision.Journal;
import org.junit.jupiter.api.Test;

/** Grading at the desk, as a browser does it. */
class DeskServerTest extends DeskFixture {

    @Test
    void givesPointsAndCommentsThatCountEverywhere() throws Exception {
        HttpResponse<String> page =
                post(
                        page("eve") + "/judge",
                        "question",
                        "q1",
                        "points",
                        "1,5",
                        "points-was",
                        "",
                        "comment",
                        "half <of> it",
                        "comment-was",
                        "");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("half &lt;of&gt; it"), page.body());
        assertEquals(1.5, grade("eve").points("q1"));
        assertFalse(grade("eve").isOpen());
        assertEquals("half <of> it", grade("eve").manual().get("q1").comment());
    }

    @Test
    void refusesWhatIsNoNumberAndKeepsWhatWasTyped() throws Exception {
        String place = page("bob") + "/judge";
        HttpResponse<String> page =
                post(place, "question", "q1", "points", "3", "points-was", "", "comment", "well");
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("is not a number from 0 to 2. Nothing was changed."));
        assertTrue(page.body().contains(">well</textarea>"), "the comment is still there");
        assertEquals(0, new Journal(folder.decisions()).read().size());
    }

    @Test
    void makesItemsReusesThemAndChangesThemForAll() throws Exception {
        post(
                page("ann") + "/judge",
                "question",
                "q1",
                "new-points",
                "-0.5",
                "new-words",
                "no comment");
        assertEquals(1.5, grade("ann").points("q1"));
        String item = match("name=\"apply\" value=\"(r[0-9a-f]+)\"", get(page("bob")).body());
        post(page("bob") + "/judge", "question", "q1", "apply", item);
        assertEquals(1.5, grade("bob").points("q1"));
        post("rubric", "item", item, "question", "q1", "points", "−1", "words", "no comments");
        assertEquals(1, grade("ann").points("q1"));
        assertEquals("no comments (−1)", grade("bob").manual().get("q1").comment());
        post(page("bob") + "/judge", "question", "q1", "unapply", item);
        assertEquals(2, grade("bob").points("q1"));
        assertTrue(get("rubric.yaml").body().contains("- points: -1\n    words: \"no comments\""));
    }

    @Test
    void judgesEqualAnswersTogetherAndTakesAllBackAtOnce() throws Exception {
        HttpResponse<String> group = get("groups/q1/of/" + page("cem").substring(2));
        assertTrue(group.body().contains("<h1>2 equal answers</h1>"), group.body());
        String place = group.uri().toString().substring(address.length());
        HttpResponse<String> saved =
                post(place + "/judge", "question", "q1", "points", "1", "points-was", "");
        assertTrue(saved.body().contains("Saved for 2 answers."), saved.body());
        assertEquals(1, grade("cem").points("q1"));
        assertEquals(1, grade("fay").points("q1"));
        assertEquals(2, grade("ann").points("q1"));
        assertTrue(post("undo").body().contains("Taken back: q1: 1 point (2 answers)."));
        assertEquals(0, grade("cem").points("q1"));
        assertEquals(0, grade("fay").points("q1"));
    }

    @Test
    void givesAllOfAGroupWhatTheFirstOneHas() throws Exception {
        String[] form = {"question", "q1", "new-points", "1", "new-words", "right idea"};
        post(page("cem") + "/judge", form);
        post(page("cem") + "/judge", "question", "q1", "comment", "nearly", "comment-was", "");
        post(page("fay") + "/judge", "question", "q1", "points", "2", "points-was", "");
        String group =
                get("groups/q1/of/" + page("cem").substring(2))
                        .uri()
                        .toString()
                        .substring(address.length());
        assertTrue(get(group).body().contains("At the moment their points differ: 1, 2."));
        post(group + "/judge", "question", "q1", "same", "yes");
        assertEquals(grade("cem").manual(), grade("fay").manual());
        assertEquals(1, grade("fay").points("q1"));
        assertEquals("right idea (+1); nearly", grade("fay").manual().get("q1").comment());
    }

    /** An item that one of them has looked like an item of all, or of none. */
    @Test
    void showsOfAGroupWhichItemsAllHaveAndWhichOnlySome() throws Exception {
        String group = "groups/q1/of/" + page("cem").substring(2);
        for (String one : List.of("cem", "fay")) {
            String words = "as " + one + " has it";
            post(page(one) + "/judge", "question", "q1", "new-points", "1", "new-words", words);
            String part = ".*<span class=\"words\">" + words + "</span><span[^>]*>1 of 2</span>";
            String item =
                    match(
                            "name=\"apply\" value=\"(r[0-9a-f]+)\" aria-pressed=\"mixed\"" + part,
                            get(group).body());
            String place = get(group).uri().toString().substring(address.length());
            post(place + "/judge", "question", "q1", "apply", item);
            String all = "name=\"unapply\" value=\"" + item + "\" aria-pressed=\"true\"";
            assertTrue(get(group).body().contains(all), get(group).body());
        }
        assertEquals(2, grade("cem").points("q1"));
        assertEquals(2, grade("fay").points("q1"));
    }

    @Test
    void saysWhenTheCommentsOfAGroupDiffer() throws Exception {
        String group = "groups/q1/of/" + page("cem").substring(2);
        String words = "Their comments differ.";
        assertFalse(get(group).body().contains(words));
        post(page("fay") + "/judge", "question", "q1", "comment", "nearly", "comment-was", "");
        assertTrue(get(group).body().contains(words));
    }

    @Test
    void commentsAtLines() throws Exception {
        String place = page("ann");
        assertTrue(get(place + "?q=q1&line=1").body().contains("<textarea name=\"note\""));
        HttpResponse<String> page =
                post(place + "/note", "question", "q1", "line", "1", "note", "nice & short");
        assertTrue(page.body().contains("<p class=\"note\">nice &amp; short"), page.body());
    }

    @Test
    void goesOnToTheNextWhoIsNotDone() throws Exception {
        HttpResponse<String> next = post(page("ann") + "/done?show=undone", "done", "yes");
        assertTrue(next.body().contains("<h1><bdi>bob</bdi></h1>"), next.body());
        assertTrue(get("").body().contains("1 of 6 done"));
        assertTrue(get("?show=undone").body().contains("not done <span>5</span>"));
    }
}
