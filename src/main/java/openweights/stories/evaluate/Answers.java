package openweights.stories.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import openweights.engine.generate.Sampler;
import openweights.stories.corpus.Question;
import openweights.stories.corpus.Story;

/**
 * How often a model's greedy answer to the question of a true story is right.
 *
 * @param wrong the stories that were answered wrong, with the model's answer
 */
public record Answers(Proportion all, Map<Question, Proportion> byKind, List<String> wrong) {

    private record Answer(Story story, String given) {
        boolean right() {
            return given.equals(story.answer());
        }
    }

    /** Asks the question of every story. */
    public static Answers of(Candidate candidate, List<Story> stories) {
        List<Answer> answers =
                stories.parallelStream().map(story -> answer(candidate, story)).toList();
        Map<Question, Proportion> byKind =
                answers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        answer -> answer.story.question(),
                                        TreeMap::new,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(), Answers::count)));
        List<String> wrong =
                answers.stream()
                        .filter(answer -> !answer.right())
                        .map(answer -> answer.story.prompt() + " " + answer.given)
                        .collect(Collectors.toList());
        return new Answers(count(answers), byKind, wrong);
    }

    private static Answer answer(Candidate candidate, Story story) {
        return new Answer(story, candidate.write(story.prompt(), Sampler.greedy()));
    }

    private static Proportion count(List<Answer> answers) {
        return new Proportion((int) answers.stream().filter(Answer::right).count(), answers.size());
    }
}
