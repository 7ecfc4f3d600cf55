package openweights.stories.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.LongStream;
import openweights.engine.train.Corpus;
import org.junit.jupiter.api.Test;

class ReplayCorpusTest {

    private final Corpus hunts = Corpus.of("hunts", 1);

    @Test
    void everySecondStoryIsOneOfTheOthersInRotation() {
        Corpus mixed = new ReplayCorpus(hunts, List.of("a", "b"));
        assertEquals(
                List.of(hunts.train(0), "a", hunts.train(1), "b", hunts.train(2), "a"),
                LongStream.range(0, 6).mapToObj(mixed::train).toList());
    }

    @Test
    void isMeasuredOnItsOwnStoriesAlone() {
        Corpus mixed = new ReplayCorpus(hunts, List.of("a"));
        assertEquals(hunts.validation(3), mixed.validation(3));
        assertEquals(hunts.logProbability(hunts.train(0)), mixed.logProbability(hunts.train(0)));
        assertEquals(Double.NEGATIVE_INFINITY, mixed.logProbability("a"));
    }

    @Test
    void refusesAnEmptyListOfOthers() {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class, () -> new ReplayCorpus(hunts, List.of()));
        assertEquals(
                "There are no texts to mix into the stories of hunts. Give at least one.",
                e.getMessage());
    }
}
