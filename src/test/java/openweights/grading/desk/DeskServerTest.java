package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.base.Sha256;
import openweights.grading.decision.Journal;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import openweights.grading.run.SampleExercise;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk as a browser talks to it. */
class DeskServerTest {

    @TempDir private Path grading;

    private GradingFolder folder;
    private DeskServer server;
    private HttpClient browser;
    private String address;

    @BeforeEach
    void open() throws Exception {
        folder = DeskSamples.write(grading, "ann", "bob", "cem", "eve", "dan", "fay");
        server = start("Ann");
        browser = browser();
        address = server.address();
        get("");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private DeskServer start(String by) throws IOException {
        return DeskServer.start(new Desk(SampleExercise.exercise(), folder, by, false), 0);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private HttpResponse<String> get(String place) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + place)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String place, String... form) throws Exception {
        return send(request(place, form).header("Origin", origin()));
    }

    private String origin() {
        return address.replaceFirst("(http://[^/]*)/.*", "$1");
    }

    private HttpRequest.Builder request(String place, String... form) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(form[i])
                    .append('=')
                    .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(address + place))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** The address of a student's page. */
    private String page(String student) throws Exception {
        Matcher link = Pattern.compile("/(s/[0-9a-f]+)\">" + student + "<").matcher(get("").body());
        assertTrue(link.find(), student);
        return link.group(1);
    }

    private Grade grade(String student) throws IOException {
        return Grades.of(folder).all().stream()
                .filter(each -> each.student().equals(student))
                .findFirst()
                .orElseThrow();
    }

    private static String match(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), pattern + " in " + text);
        return found.group(1);
    }

    // --- who is answered ------------------------------------------------------------------------

    @Test
    void answersNobodyWithoutTheToken() throws Exception {
        String root = origin() + "/";
        for (String place : new String[] {"", "x/", "desk.css", "x/s/1", "%2e%2e/"}) {
            HttpResponse<String> reply = send(HttpRequest.newBuilder(URI.create(root + place)));
            assertTrue(reply.statusCode() == 403 || reply.statusCode() == 400, place);
            assertFalse(reply.body().contains("ann"), place);
        }
    }

    @Test
    void answersOnlyABrowserThatOpenedTheFirstPage() throws Exception {
        String place = page("ann");
        browser = browser();
        assertEquals(403, get(place).statusCode());
        HttpResponse<String> first = get("");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.endsWith("; HttpOnly; SameSite=Strict"), cookie);
        assertEquals(200, get(place).statusCode());
    }

    @Test
    void takesFormsOnlyFromItsOwnPages() throws Exception {
        String place = page("ann") + "/judge";
        String[] form = {"question", "q1", "points", "0", "points-was", ""};
        assertEquals(403, send(request(place, form)).statusCode(), "no origin");
        for (String origin : new String[] {"null", "http://127.0.0.1:1", "http://evil.example"}) {
            assertEquals(
                    403, send(request(place, form).header("Origin", origin)).statusCode(), origin);
        }
        assertEquals(2, grade("ann").points("q1"));
        assertEquals(200, post(place, form).statusCode());
        assertEquals(0, grade("ann").points("q1"));
    }

    /** A foreign name can be made to lead to 127.0.0.1; the client's library would not send it. */
    @Test
    void answersToItsOwnNameOnly() throws Exception {
        URI own = URI.create(address);
        try (Socket socket = new Socket("127.0.0.1", own.getPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: evil.example:%d\r\nConnection: close\r\n\r\n"
                            .formatted(own.getPath(), own.getPort());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String reply =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reply.startsWith("HTTP/1.1 403"), reply);
        }
    }

    @Test
    void allowsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get(page("ann"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; script-src 'self'"));
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(page.body().contains("http://"), "no address but the desk's own");
        assertFalse(page.body().contains("style="), "no styles that the policy would stop");
    }

    // --- grading --------------------------------------------------------------------------------

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
        assertTrue(post("undo").body().contains("Taken back: q1 1; q1 1."));
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
        assertTrue(get(group).body().contains("They have different points now: 1, 2."));
        post(group + "/judge", "question", "q1", "same", "yes");
        assertEquals(grade("cem").manual(), grade("fay").manual());
        assertEquals(1, grade("fay").points("q1"));
        assertEquals("right idea (+1); nearly", grade("fay").manual().get("q1").comment());
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
        assertTrue(next.body().contains("<h1>bob</h1>"), next.body());
        assertTrue(get("").body().contains("1 of 6 done"));
        assertTrue(get("?show=undone").body().contains("not done <span>5</span>"));
    }

    // --- several graders ------------------------------------------------------------------------

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

    // --- what can go wrong ----------------------------------------------------------------------

    @Test
    void showsCopiesSideBySide() throws Exception {
        String odd =
                "int twice(int x) {\n    int[] two = new int[x + x];\n    for (int i = 0; i < x; i++) { two[i] = x; }\n    return two.length;\n}";
        replaceAnswer("ann", odd);
        replaceAnswer("dan", "// mine\n" + odd.replace("two", "all"));
        HttpResponse<String> list = get("copies");
        String place = match("/(copies/[0-9a-f]+/[0-9a-f]+)\">ann and dan<", list.body());
        String pair = get(place).body();
        assertEquals(
                10, Pattern.compile("<li class=\"shared\">").matcher(pair).results().count(), pair);
        assertFalse(list.body().contains("bob and"), "what is usual is no copy");
    }

    private void replaceAnswer(String student, String first) throws IOException {
        Path file = SampleExercise.write(folder.snapshots(), student, first, SampleExercise.HALF);
        Result old = grade(student).result();
        try (var results = ResultsFile.open(folder.results())) {
            results.append(
                    new Result(
                            student,
                            Sha256.of(Files.readAllBytes(file)),
                            file.toString(),
                            old.exercise(),
                            old.version(),
                            old.grader(),
                            old.java(),
                            old.sandbox(),
                            old.repairs(),
                            old.tests(),
                            1));
        }
    }

    @Test
    void saysThatASubmissionIsGoneAndStillTakesPoints() throws Exception {
        String place = page("ann");
        Files.delete(folder.snapshots().resolve("ann.ipynb"));
        assertTrue(get(place).body().contains("The file that was graded is gone."));
        post(place + "/judge", "question", "q1", "points", "1", "points-was", "");
        assertEquals(1, grade("ann").points("q1"));
        Files.writeString(folder.snapshots().resolve("ann.ipynb"), "{}");
        assertTrue(get(place).body().contains("is not what was graded"));
        assertEquals(404, get("s/0123456789").statusCode());
    }

    @Test
    void saysWhichFileIsBrokenAndGoesOnWhenItIsMended() throws Exception {
        post(page("ann") + "/judge", "question", "q1", "points", "1", "points-was", "");
        String good = Files.readString(folder.decisions());
        Files.writeString(folder.decisions(), "oops\n", StandardOpenOption.APPEND);
        HttpResponse<String> page = get("");
        assertEquals(500, page.statusCode());
        assertTrue(page.body().contains("decisions.jsonl:2: not a decision."), page.body());
        assertTrue(page.body().contains("Nothing is lost"), page.body());
        Files.writeString(folder.decisions(), good);
        assertEquals(200, get("").statusCode());
    }

    @Test
    void aBrokenRubricFileStopsNothing() throws Exception {
        Files.writeString(folder.rubric(), "q1:\n  - words: no points\n");
        HttpResponse<String> page = get("rubric");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("rubric.yaml is not read:"), page.body());
        Files.writeString(folder.rubric(), "q1:\n  - points: -1\n    words: late idea\n");
        assertTrue(get("rubric").body().contains("rubric.yaml has 1 more items."));
        assertTrue(post("rubric", "take", "yes").body().contains("value=\"late idea\""));
    }

    @Test
    void showsWhatStudentsWroteAsText() throws Exception {
        String evil = "// </code><script>alert(1)</script> {{root}} {{{body}}}\n";
        SampleExercise.write(
                folder.snapshots(), "mal", evil + SampleExercise.TWICE, SampleExercise.HALF);
        Result like = DeskSamples.result(folder, "bob", 1);
        Path file = folder.snapshots().resolve("mal.ipynb");
        try (var results = ResultsFile.open(folder.results())) {
            results.append(
                    new Result(
                            "mal",
                            Sha256.of(Files.readAllBytes(file)),
                            file.toString(),
                            like.exercise(),
                            like.version(),
                            like.grader(),
                            like.java(),
                            like.sandbox(),
                            List.of("<img src=x onerror=alert(1)>"),
                            like.tests(),
                            1));
        }
        String page = get(page("mal")).body();
        assertFalse(page.contains("<script>alert") || page.contains("<img src=x"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        assertTrue(page.contains("{{root}} {{{body}}}"), page);
    }

    @Test
    void showsWhatWasGradedMeanwhile() throws Exception {
        try (var results = ResultsFile.open(folder.results())) {
            Result more = DeskSamples.result(folder, "gus", 0);
            results.append(more);
        }
        assertTrue(get("").body().contains(">gus</a>"));
        assertEquals(Verdict.PASS, grade("gus").result().tests().get(0).verdict());
    }

    @Test
    void everyPageOpens() throws Exception {
        post(page("ann") + "/judge", "question", "q1", "new-points", "1", "new-words", "good");
        for (String place :
                new String[] {
                    "",
                    "groups",
                    "groups/q2",
                    "rubric",
                    "numbers",
                    "points.png",
                    "history",
                    "desk.css",
                    "desk.js"
                }) {
            assertEquals(200, get(place).statusCode(), place);
        }
        assertEquals(404, get("elsewhere").statusCode());
    }
}
