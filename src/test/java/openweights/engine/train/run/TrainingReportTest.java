package openweights.engine.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers look the same whatever the user's language is. */
class TrainingReportTest {

    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void speakArabic() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(usual);
    }

    @Test
    void showsAValidation() {
        StringWriter out = new StringWriter();
        TrainingReport report = new TrainingReport(new PrintWriter(out), false);
        report.validated(12_000, new ExcessLoss(0.25, 26.5, 25));
        assertEquals(
                "step 12,000: validation 0.2500 nats/token, 26.50 nats/story, entropy 25.00: 6.00 % above"
                        + System.lineSeparator(),
                out.toString());
    }

    @Test
    void namesACheckpoint() {
        Path file = new RunFolder(Path.of("run")).checkpoint(1000);
        assertEquals("step-001000.safetensors", file.getFileName().toString());
    }
}
