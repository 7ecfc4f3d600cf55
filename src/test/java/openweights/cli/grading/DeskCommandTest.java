package openweights.cli.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import openweights.cli.Main;
import openweights.cli.Said;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The desk as an instructor starts and stops it. */
class DeskCommandTest {

    @TempDir private Path grading;

    @Test
    void servesThePageThatItNamesUntilItIsStopped() throws Exception {
        GradingFolder folder = GradingFolder.of(grading, "01-weighted-sum");
        try (ResultsFile results = ResultsFile.open(folder.results())) {
            results.append(ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, ""));
        }
        PipedReader said = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(said), true);
        CommandLine course = Main.commandLine();
        course.setOut(out);
        Thread desk =
                new Thread(
                        () ->
                                course.execute(
                                        "desk",
                                        "01-weighted-sum",
                                        "--grading",
                                        grading.toString(),
                                        "--no-browser",
                                        "--as",
                                        "Ben"));
        desk.start();
        BufferedReader lines = new BufferedReader(said);
        String address = lines.readLine().replaceFirst("^The desk is at ", "");
        assertTrue(lines.readLine().startsWith("Whoever has this address can grade."));
        HttpResponse<String> page =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address)).build(),
                                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains(">ann</bdi></a>") && page.body().contains(">Ben</span>"));
        desk.interrupt();
        desk.join();
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Said said = Said.course("desk", "01-weighted-sum", "--grading", grading, "--no-browser");
        assertEquals(2, said.status());
        assertTrue(said.err().contains("There are no results for 01-weighted-sum yet"), said.err());
    }
}
