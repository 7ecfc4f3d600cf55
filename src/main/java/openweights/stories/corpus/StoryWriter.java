package openweights.stories.corpus;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a random story. */
final class StoryWriter implements StoryContext {

    private final SplitMix64 random;
    private final StringBuilder text = new StringBuilder();
    private double logProbability;
    private @Nullable Story story;

    StoryWriter(SplitMix64 random) {
        this.random = random;
    }

    @Override
    public int pick(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int rest = random.below(total);
        int choice = 0;
        while (rest >= weights[choice]) {
            rest -= weights[choice++];
        }
        logProbability += Math.log((double) weights[choice] / total);
        return choice;
    }

    @Override
    public void say(String words) {
        text.append(words);
    }

    @Override
    public void answer(Question question, String right, Supplier<List<String>> possible) {
        String prompt = text.toString().stripTrailing();
        story = new Story(prompt, question, right, logProbability);
    }

    Story story() {
        return Objects.requireNonNull(story, "a story ends with a question");
    }
}
