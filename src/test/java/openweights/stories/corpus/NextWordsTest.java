package openweights.stories.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NextWordsTest {

    private static final Pattern WORD = Pattern.compile(" ?\\w+|[.,?]");

    private final Stories stories = new Stories(3);

    @Test
    void theProbabilitiesOfTheWordsMultiplyToThatOfTheStory() {
        for (int i = 0; i < 10; i++) {
            Story story = stories.validationStory(i);
            Matcher words = WORD.matcher(story.text());
            double sum = 0;
            while (words.find()) {
                Map<String, Double> next = stories.next(story.text().substring(0, words.start()));
                sum += Math.log(next.getOrDefault(words.group(), 0.0));
            }
            assertEquals(story.logProbability(), sum, 1e-9, story.text());
            assertEquals(Map.of("", 1.0), stories.next(story.text()));
        }
    }

    @Test
    void nobodyGivesAwayWhatTheyDoNotHave() {
        String told =
                "One day, Anna was in the barn. Ben was in the barn too. Anna had a red ball."
                        + " Anna put the red ball on the chair. Anna";
        assertEquals(Set.of(" took", " went"), stories.next(told).keySet());
        assertEquals(Map.of(), stories.next(told + " gave"));
    }
}
