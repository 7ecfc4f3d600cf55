package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.grading.result.GradingFolder;
import openweights.grading.run.SampleExercise;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk with six students, and what a browser does to it. */
abstract class DeskFixture {

    @TempDir Path grading;

    GradingFolder folder;
    DeskServer server;
    HttpClient browser;
    String address;

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

    DeskServer start(String by) throws IOException {
        return DeskServer.start(new Desk(SampleExercise.exercise(), folder, by, false), 0);
    }

    static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    HttpResponse<String> get(String place) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + place)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String place, String... form) throws Exception {
        return send(request(place, form).header("Origin", origin()));
    }

    String origin() {
        return address.replaceFirst("(http://[^/]*)/.*", "$1");
    }

    HttpRequest.Builder request(String place, String... form) {
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
    String page(String student) throws Exception {
        Matcher link =
                Pattern.compile("/(s/[0-9a-f]+)\"><bdi>" + student + "<").matcher(get("").body());
        assertTrue(link.find(), student);
        return link.group(1);
    }

    Grade grade(String student) throws IOException {
        return Grades.of(folder).all().stream()
                .filter(each -> each.student().equals(student))
                .findFirst()
                .orElseThrow();
    }

    static String match(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), pattern + " in " + text);
        return found.group(1);
    }
}
