package openweights.stories.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {

    @Test
    void comparesWithTheExactEntropyOfTheSameStories() {
        CrossEntropy found =
                CrossEntropy.of(10, new double[] {11, 22, 33}, new double[] {10, 20, 30});
        assertEquals(0.1, found.excess(), 1e-12);
        assertEquals(0, found.error(), 1e-12); // always a tenth more: nothing left to chance
    }

    @Test
    void itsIntervalCoversTheTruthNineteenTimesInTwenty() {
        Random random = new Random(1);
        int held = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] exact = random.doubles(200, 10, 30).toArray();
            double[] model = exact.clone();
            for (int i = 0; i < model.length; i++) {
                model[i] += 1 + random.nextGaussian(); // the truth: 1 in 20 above
            }
            CrossEntropy found = CrossEntropy.of(1, model, exact);
            held += found.low() < 0.05 && 0.05 < found.high() ? 1 : 0;
        }
        assertTrue(held > 925 && held < 975, held + " of 1000");
    }
}
