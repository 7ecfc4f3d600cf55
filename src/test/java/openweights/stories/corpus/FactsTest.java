package openweights.stories.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final int COUNT = 3000;

    /** Most of it is made by writing the story; a copy of the text for each word would be more. */
    private static final long MAX_BYTES_PER_STORY = 20_000;

    @Test
    void countsWhatASplitOfTheTextsCounts() {
        Stories corpus = new Stories(3);
        Set<String> vocabulary = new TreeSet<>();
        Set<String> texts = new HashSet<>();
        long characters = 0;
        long words = 0;
        double surprise = 0;
        for (int i = 0; i < COUNT; i++) {
            Story story = corpus.trainingStory(i);
            texts.add(story.text());
            characters += story.text().length();
            surprise -= story.logProbability();
            for (String word : story.text().replaceAll("([.,?])", " $1").split(" ")) {
                vocabulary.add(word);
                words++;
            }
        }
        Facts facts = Facts.of(corpus, COUNT);
        assertEquals(COUNT, facts.stories());
        assertEquals(surprise / COUNT, facts.entropy(), 1e-9);
        assertEquals(words / (double) COUNT, facts.words().mean(), 1e-9);
        assertEquals(characters / (double) COUNT, facts.characters().mean(), 1e-9);
        assertEquals(vocabulary, facts.vocabulary());
        assertEquals(COUNT - texts.size(), facts.repeated());
        assertEquals(COUNT, facts.questions().values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void makesLittleGarbage() {
        Stories corpus = new Stories(3);
        Facts.of(corpus, 10);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        Facts.of(corpus, COUNT);
        long each = (threads.getThreadAllocatedBytes(self) - before) / COUNT;
        assertTrue(each < MAX_BYTES_PER_STORY, each + " bytes");
    }
}
