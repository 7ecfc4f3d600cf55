package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final float[] LOGITS = {0.5f, 2, Float.NEGATIVE_INFINITY, -1, 2};
    private static final Tokens NO_TEXT = Tokens.of();

    private static int[] draws(Sampler sampler, int count) {
        return IntStream.range(0, count).map(i -> sampler.pick(LOGITS.clone(), NO_TEXT)).toArray();
    }

    @Test
    void picksTheFirstOfEqualTokens() {
        assertEquals(1, Sampler.greedy().pick(LOGITS.clone(), NO_TEXT));
    }

    @Test
    void drawsByProbability() {
        int[] counts = new int[LOGITS.length];
        int draws = 200_000;
        for (int id : draws(Sampler.random(new Random(5)), draws)) {
            counts[id]++;
        }
        double sum = 0;
        for (float logit : LOGITS) {
            sum += Math.exp(logit);
        }
        for (int i = 0; i < LOGITS.length; i++) {
            assertEquals(Math.exp(LOGITS[i]) / sum, counts[i] / (double) draws, 0.005, "id " + i);
        }
        assertEquals(0, counts[2]);
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        SamplerSettings settings = new SamplerSettings(1, 0.8, 3, 0.9, 0.01, 42);
        assertArrayEquals(draws(settings.sampler(), 50), draws(settings.sampler(), 50));
        SamplerSettings other = new SamplerSettings(1, 0.8, 3, 0.9, 0.01, 43);
        assertNotEquals(
                Arrays.toString(draws(settings.sampler(), 50)),
                Arrays.toString(draws(other.sampler(), 50)));
    }

    @Test
    void appliesProcessorsBeforeItPicks() {
        Sampler sampler = Sampler.greedy().after(List.of(LogitsProcessor.repetitionPenalty(10)));
        assertEquals(4, sampler.pick(LOGITS.clone(), Tokens.of(1)));
        assertEquals(0, sampler.pick(LOGITS.clone(), Tokens.of(1, 4)));
    }

    @Test
    void isGreedyAtTemperatureZero() {
        assertArrayEquals(new int[] {1, 1, 1}, draws(SamplerSettings.GREEDY.sampler(), 3));
    }
}
