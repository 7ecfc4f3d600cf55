package openweights.stories.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import openweights.base.UserException;
import openweights.engine.train.Corpus;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private final Stories stories = new Stories(1);

    @Test
    void everyStoryHasOneDerivationWithItsProbability() {
        for (long i = 0; i < 300; i++) {
            Story story = stories.validationStory(i);
            List<Story> found = StoryParser.derivations(Kind.WHEREABOUTS, story.text(), false);
            assertEquals(1, found.size(), story.text());
            assertEquals(story.logProbability(), found.get(0).logProbability(), 1e-9);
            assertEquals(story.prompt(), found.get(0).prompt());
            assertEquals(story.question(), found.get(0).question());
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
    void noTextIsInBothSplits() {
        LongStream.range(0, 500)
                .forEach(
                        i -> {
                            assertTrue(Stories.isValidation(stories.validation(i)));
                            assertFalse(Stories.isValidation(stories.train(i)));
                        });
    }

    /**
     * If this fails, the generator has changed: increment its version and train the models again.
     */
    @Test
    void writesTheStoriesOfItsVersion() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long i = 0; i < 1000; i++) {
            digest.update((stories.train(i) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update((stories.validation(i) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(3, stories.version());
        assertEquals(
                "6ce33c20c2b54c225bb9c3772e91ef7beecd23d4ecb6b04fc7cc650be8472166",
                HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Without computing hashes, a split cannot be told from a sample of the whole grammar: it has
     * its share of the probability, and its stories are as likely as others.
     */
    @Test
    void aSplitIsASampleOfTheWhole() {
        int count = 40_000;
        List<Story> drawn = new ArrayList<>();
        SplitMix64 chance = new SplitMix64(5);
        for (int i = 0; i < count; i++) {
            drawn.add(Kind.WHEREABOUTS.write(chance));
        }
        List<Story> validation =
                drawn.stream().filter(s -> Stories.isValidation(s.text())).toList();
        double share = (double) validation.size() / count;
        assertEquals(1.0 / 16, share, 4 * Math.sqrt(1.0 / 16 * 15 / 16 / count));
        double error = deviation(drawn) / Math.sqrt(validation.size());
        assertEquals(mean(drawn), mean(validation), 4 * error);
    }

    private static double mean(List<Story> some) {
        return some.stream().mapToDouble(Story::logProbability).average().orElseThrow();
    }

    private static double deviation(List<Story> some) {
        double mean = mean(some);
        return Math.sqrt(
                some.stream()
                        .mapToDouble(s -> Math.pow(s.logProbability() - mean, 2))
                        .average()
                        .orElseThrow());
    }

    @Test
    void aWrongAnswerFollowsTheGrammarButNotTheStory() {
        String prompt =
                "One day, Anna was in the barn. Ben was in the barn too. Anna had a red ball."
                        + " Anna gave the red ball to Ben. Who has the red ball?";
        assertTrue(stories.isConsistent(prompt + " Ben has the red ball."));
        assertFalse(stories.isConsistent(prompt + " Anna has the red ball."));
        Story read = stories.parse(prompt + " Anna has the red ball.").orElseThrow();
        assertEquals(prompt, read.prompt());
        assertEquals(Question.WHO_HAS_THE_THING, read.question());
        assertEquals("Anna has the red ball.", read.answer());
        assertEquals(
                Double.NEGATIVE_INFINITY,
                stories.logProbability(prompt + " Anna has the red ball."));
    }

    @Test
    void aTextThatIsNotAStoryHasNoProbability() {
        String story = stories.train(0);
        for (String text :
                List.of(
                        "",
                        " ",
                        " " + story,
                        story + " ",
                        story + story,
                        story.substring(0, story.length() - 1),
                        story.substring(1),
                        story.toUpperCase(Locale.ROOT),
                        story.replace("was", "wa\uD800s"),
                        "One day, Anna was in the barn. Anna was in the barn too.",
                        "a".repeat(100_000))) {
            assertEquals(Double.NEGATIVE_INFINITY, stories.logProbability(text));
            assertTrue(stories.parse(text).isEmpty());
        }
    }

    @Test
    void refusesAnUnknownCorpus() {
        assertEquals(
                "There is no corpus called \"novels\"; there are \"whereabouts\" and \"hunts\".",
                assertThrows(UserException.class, () -> Corpus.of("novels", 1)).getMessage());
    }
}
