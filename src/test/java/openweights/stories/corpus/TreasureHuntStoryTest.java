package openweights.stories.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreasureHuntStoryTest {

    private static final String PROMPT =
            "There was a red ball in the attic. Anna was in the barn. Ben was in the shed."
                    + " Ben took the red ball from the attic. Who took the red ball?";

    private final Stories hunts = Stories.of("hunts", 1);

    @Test
    void everyStoryHasOneDerivationWithItsProbability() {
        for (Story story : hunts.validationStories(300)) {
            List<Story> found = StoryParser.derivations(Kind.HUNTS, story.text(), false);
            assertEquals(1, found.size(), story.text());
            assertEquals(story.logProbability(), found.get(0).logProbability(), 1e-9);
            assertEquals(story.question(), found.get(0).question());
        }
    }

    @Test
    void aWrongAnswerFollowsTheGrammarButNotTheStory() {
        assertTrue(hunts.isConsistent(PROMPT + " Ben took the red ball."));
        assertFalse(hunts.isConsistent(PROMPT + " Anna took the red ball."));
        assertEquals(
                Question.WHO_TOOK_THE_THING,
                hunts.parse(PROMPT + " Anna took the red ball.").orElseThrow().question());
    }

    @Test
    void whoeverTookTheTreasureIsInItsRoom() {
        String story = PROMPT.replace("Who took the red ball?", "Where is Ben?");
        assertTrue(hunts.isConsistent(story + " Ben is in the attic."));
        assertFalse(hunts.isConsistent(story + " Ben is in the shed."));
    }

    @Test
    void noStoryBelongsToBothKinds() {
        Stories whereabouts = new Stories(1);
        for (int i = 0; i < 100; i++) {
            assertTrue(hunts.parse(whereabouts.train(i)).isEmpty());
            assertTrue(whereabouts.parse(hunts.train(i)).isEmpty());
        }
    }

    /** So a model trained on the other stories knows the words. */
    @Test
    void usesOnlyWordsOfTheOtherStories() {
        Set<String> words = new HashSet<>(Facts.of(hunts, 3000).vocabulary());
        words.removeAll(Facts.of(new Stories(1), 3000).vocabulary());
        assertEquals(Set.of(), words);
    }

    /** If this fails, the rules have changed: increment the version. */
    @Test
    void writesTheStoriesOfItsVersion() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long i = 0; i < 1000; i++) {
            digest.update((hunts.train(i) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(1, hunts.version());
        assertEquals(
                "b3ca70796d7a5954000526c5557df7636460a9af360396edebfbee5a4ce596d4",
                HexFormat.of().formatHex(digest.digest()));
    }
}
