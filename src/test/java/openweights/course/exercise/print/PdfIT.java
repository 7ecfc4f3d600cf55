package openweights.course.exercise.print;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.Requirement;
import openweights.course.exercise.print.PrintedExercise.Paper;
import openweights.course.exercise.source.Exercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chromium prints the page on the paper that was asked for. */
class PdfIT {

    @TempDir private Path folder;

    @Test
    void printsSheetsOfTheRightSize() throws IOException {
        Requirement.BROWSER.check(
                Files.isExecutable(Path.of("/usr/bin/chromium")), "Chromium is not there.");
        Exercise exercise = Exercise.read(Path.of("exercises/02-loss-and-slope"));
        for (Paper paper : Paper.values()) {
            Path html = folder.resolve(paper + ".html");
            Files.writeString(html, PrintedExercise.html(exercise, false, paper));
            Path pdf = folder.resolve(paper + ".pdf");
            Pdf.print(html, pdf);
            String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
            assertTrue(text.startsWith("%PDF"), paper::toString);
            // Points: 210 by 297 mm, or 8.5 by 11 inches.
            String size = paper == Paper.A4 ? "594\\.9\\d* 841\\.9\\d*|595\\S* 842\\S*" : "612 792";
            assertTrue(text.matches("(?s).*/MediaBox ?\\[0 0 (" + size + ")].*"), paper::toString);
        }
    }
}
