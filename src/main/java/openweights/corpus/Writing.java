package openweights.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Draws a story. */
final class Writing implements Teller {

    private final Chance chance;
    private final StringBuilder text = new StringBuilder();
    private double logProbability;
    private final List<Story.Asked> asked = new ArrayList<>();

    Writing(Chance chance) {
        this.chance = chance;
    }

    @Override
    public int pick(int... weights) {
        int total = IntStream.of(weights).sum();
        int left = chance.below(total);
        int choice = 0;
        while (left >= weights[choice]) {
            left -= weights[choice++];
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
        asked.add(new Story.Asked(question, text.toString().stripTrailing(), right));
        say(right);
    }

    Story story() {
        return new Story(text.toString(), asked, logProbability);
    }
}
