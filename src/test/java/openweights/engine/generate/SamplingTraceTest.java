package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;

class SamplingTraceTest {

    private static final float[] LOGITS = new float[300];

    static {
        LOGITS[65] = (float) Math.log(1200);
        LOGITS[66] = (float) Math.log(600);
        LOGITS[67] = (float) Math.log(200);
    }

    private final Tokenizer tokenizer = Tokenizer.open(Path.of("lessons/models/seedling"));
    private final SamplerSettings settings = new SamplerSettings(1, 0.5, 2, 0.5, 0, 1);
    private final SamplingTrace trace = SamplingTrace.of(settings, LOGITS, Tokens.of());

    @Test
    void followsEachStep() {
        assertEquals(List.of("model", "temperature 0.5", "top-k 2", "top-p 0.5"), trace.steps());
        assertArrayEquals(new int[] {65, 66, 67}, trace.likeliest(3));
        double all = 1200 + 600 + 200 + 297;
        assertEquals(1200 / all, trace.probabilities()[0][65], 1e-6);
        assertEquals(0.8, trace.probabilities()[2][65], 1e-6); // 1200 * 1200 : 600 * 600
        assertArrayEquals(
                new int[] {300, 300, 2, 1},
                new int[] {trace.kept(0), trace.kept(1), trace.kept(2), trace.kept(3)});
    }

    @Test
    void showsATable() {
        String text = trace.table(tokenizer, 2).toString();
        assertEquals(
                """
                token        model    temperature 0.5  top-k 2  top-p 0.5
                "%s"          52.24 %%  78.25 %%          80.00 %%  100.00 %%
                "%s"          26.12 %%  19.56 %%          20.00 %%  -
                tokens left  300      300              2        1
                """
                        .formatted(token(65), token(66)),
                text);
    }

    private String token(int id) {
        return tokenizer.decode(new int[] {id}, false);
    }

    @Test
    void leavesTheLogitsAlone() {
        assertEquals((float) Math.log(1200), LOGITS[65]);
    }
}
