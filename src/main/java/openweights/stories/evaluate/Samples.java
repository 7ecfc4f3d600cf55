package openweights.stories.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import openweights.engine.generate.SamplerSettings;
import openweights.stories.corpus.Stories;

/**
 * Stories that a model writes without a prompt.
 *
 * @param grammatical how many follow the grammar; their answers may be wrong
 * @param consistent how many of these have the right answer
 * @param copied how many are word for word in the training stories
 * @param faulty those that break the grammar
 * @param wrong those that follow it and have a wrong answer
 */
public record Samples(
        SamplerSettings settings,
        Proportion grammatical,
        Proportion consistent,
        Proportion copied,
        List<String> faulty,
        List<String> wrong) {

    /**
     * Samples stories and checks them.
     *
     * @param kinds the grammars that a story may follow; the first is the training corpus
     * @param trained the number of training stories
     */
    static Samples of(
            Candidate candidate,
            List<Stories> kinds,
            long trained,
            int count,
            SamplerSettings settings) {
        List<String> texts =
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> candidate.write("", seeded(settings, i).sampler()))
                        .toList();
        List<String> grammatical =
                texts.parallelStream().filter(text -> isStory(kinds, text)).toList();
        List<String> wrong =
                grammatical.parallelStream().filter(text -> !isConsistent(kinds, text)).toList();
        Set<String> known = new HashSet<>(grammatical);
        return new Samples(
                settings,
                new Proportion(grammatical.size(), count),
                new Proportion(grammatical.size() - wrong.size(), grammatical.size()),
                new Proportion(copied(texts, kinds.get(0), trained), count),
                texts.stream().filter(text -> !known.contains(text)).toList(),
                wrong);
    }

    private static boolean isStory(List<Stories> kinds, String text) {
        return kinds.stream().anyMatch(kind -> kind.parse(text).isPresent());
    }

    private static boolean isConsistent(List<Stories> kinds, String text) {
        return kinds.stream().anyMatch(kind -> kind.isConsistent(text));
    }

    private static SamplerSettings seeded(SamplerSettings settings, int i) {
        return new SamplerSettings(
                settings.repetitionPenalty(),
                settings.temperature(),
                settings.topK(),
                settings.topP(),
                settings.minP(),
                settings.seed() + i);
    }

    /** Generates the training stories again, and counts the texts that are among them. */
    private static int copied(List<String> texts, Stories corpus, long trained) {
        Set<String> sought = new HashSet<>(texts);
        Set<String> found =
                LongStream.range(0, trained)
                        .parallel()
                        .mapToObj(corpus::train)
                        .filter(sought::contains)
                        .collect(Collectors.toSet());
        return (int) texts.stream().filter(found::contains).count();
    }
}
