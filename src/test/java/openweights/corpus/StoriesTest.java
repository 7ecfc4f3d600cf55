package openweights.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private final Stories stories = new Stories(1);

    @Test
    void everyStoryHasOneDerivationWithTheProbabilityItWasDrawnWith() {
        for (long i = 0; i < 300; i++) {
            Story story = stories.validationStory(i);
            List<Story> found = Reading.derivations(story.text(), false);
            assertEquals(1, found.size(), story.text());
            assertEquals(story.logProbability(), found.get(0).logProbability(), 1e-9);
            assertEquals(story.asked(), found.get(0).asked());
        }
    }

    @Test
    void theSameSeedAndIndexGiveTheSameStory() {
        assertEquals(stories.train(7), new Stories(1).train(7));
        assertNotEquals(stories.train(7), new Stories(2).train(7));
        assertNotEquals(stories.train(7), stories.train(8));
        assertNotEquals(stories.train(7), stories.validation(7));
    }

    @Test
    void aTextBelongsToOneSplit() {
        LongStream.range(0, 500)
                .forEach(
                        i -> {
                            assertTrue(Stories.isValidation(stories.validation(i)));
                            assertFalse(Stories.isValidation(stories.train(i)));
                        });
    }

    @Test
    void refusesACorpusItDoesNotKnow() {
        assertEquals(
                "There is no corpus called \"novels\"; there is \"whereabouts\".",
                assertThrows(IllegalArgumentException.class, () -> Corpus.of("novels", 1))
                        .getMessage());
    }
}
