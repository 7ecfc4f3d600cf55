package openweights.stories.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.engine.generate.Sampler;
import openweights.engine.generate.SamplerSettings;
import openweights.stories.corpus.Question;
import openweights.stories.corpus.Stories;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Evaluation.Effort LITTLE = new Evaluation.Effort(20, 20, 10, 20);

    private static final Pattern COLOR = Pattern.compile("(The \\w+ is )\\w+\\.$");

    private final Stories corpus = new Stories(1);
    private final Oracle oracle = new Oracle(corpus);

    @Test
    void findsNoFaultInACandidateThatKnowsTheGrammar() {
        Evaluation found = evaluate(oracle);
        assertEquals(0, found.crossEntropy().excess(), 1e-6);
        assertEquals(new Proportion(20, 20), found.answers().all());
        assertEquals(new Proportion(20, 20), found.plain().grammatical());
        assertEquals(new Proportion(20, 20), found.plain().consistent());
        assertEquals(0, found.impossible().perToken(), 1e-6);
    }

    @Test
    void findsStoriesThatStopAfterTheFirstSentence() {
        Evaluation found =
                evaluate(
                        new Changed(oracle) {
                            @Override
                            public String write(String prompt, Sampler sampler) {
                                return super.write(prompt, sampler).split("(?<=\\.)")[0];
                            }
                        });
        assertEquals(new Proportion(0, 20), found.usual().grammatical());
        assertEquals(20, found.usual().faulty().size());
        assertEquals(new Proportion(0, 0), found.usual().consistent());
        assertEquals(new Proportion(20, 20), found.answers().all());
    }

    @Test
    void findsWrongColorsInGrammaticalStories() {
        Evaluation found =
                evaluate(
                        new Changed(oracle) {
                            @Override
                            public String write(String prompt, Sampler sampler) {
                                String text = super.write(prompt, sampler);
                                Matcher color = COLOR.matcher(text);
                                String other = text.endsWith("red.") ? "blue." : "red.";
                                return color.replaceFirst("$1" + other);
                            }
                        });
        Proportion colors = found.answers().byKind().get(Question.WHAT_COLOUR_IS_THE_THING);
        assertTrue(colors.of() > 0);
        assertEquals(0, colors.hits());
        assertEquals(20 - colors.of(), found.answers().all().hits());
        assertEquals(new Proportion(20, 20), found.plain().grammatical());
        assertTrue(found.plain().consistent().hits() < 20);
        assertEquals(20 - found.plain().consistent().hits(), found.plain().wrong().size());
    }

    @Test
    void countsCopiesOfTrainingStories() {
        Evaluation found =
                evaluate(
                        new Changed(oracle) {
                            @Override
                            public String write(String prompt, Sampler sampler) {
                                return prompt.isEmpty()
                                        ? corpus.train(99)
                                        : super.write(prompt, sampler);
                            }
                        });
        assertEquals(new Proportion(20, 20), found.plain().copied());
        assertEquals(
                new Proportion(0, 20),
                Samples.of(
                                new Changed(oracle) {
                                    @Override
                                    public String write(String prompt, Sampler sampler) {
                                        return corpus.train(100);
                                    }
                                },
                                List.of(corpus),
                                100,
                                20,
                                SamplerSettings.GREEDY)
                        .copied());
    }

    @Test
    void measuresProbabilityOfImpossibleTokens() {
        Evaluation found =
                evaluate(
                        new Changed(oracle) {
                            @Override
                            public float[][] logProbabilities(int[] ids) {
                                float[][] rows = super.logProbabilities(ids);
                                for (float[] row : rows) {
                                    for (int i = 0; i < row.length; i++) {
                                        row[i] += (float) Math.log(0.99);
                                    }
                                }
                                return rows;
                            }
                        });
        assertEquals(0.01, found.impossible().perToken(), 1e-6);
        double tokens = (double) found.crossEntropy().tokens() / 20;
        assertEquals(
                -Math.log(0.99) * tokens,
                found.crossEntropy().model() - found.crossEntropy().exact(),
                1e-4);
    }

    @Test
    void acceptsEveryKindOfStoryThatTheModelMayKnow() {
        Stories hunts = Stories.of("hunts", 1);
        Candidate hunter =
                new Changed(oracle) {
                    @Override
                    public String write(String prompt, Sampler sampler) {
                        return hunts.train(5);
                    }
                };
        Evaluation alone = evaluate(hunter);
        assertEquals(new Proportion(0, 20), alone.plain().grammatical());
        assertEquals(List.of(), alone.others());
        Evaluation both =
                Evaluation.of(hunter, corpus, List.of(hunts), 0, SamplerSettings.GREEDY, LITTLE);
        assertEquals(new Proportion(20, 20), both.plain().grammatical());
        assertEquals(new Proportion(20, 20), both.plain().consistent());
        assertEquals("hunts", both.others().get(0).kind());
        assertEquals(new Proportion(0, 20), both.others().get(0).answers().all());
        assertEquals(20, both.others().get(0).crossEntropy().stories());
    }

    private Evaluation evaluate(Candidate candidate) {
        return Evaluation.of(
                candidate, corpus, 1000, new SamplerSettings(1, 0.7, 0, 0.9, 0, 0), LITTLE);
    }

    /** A candidate that delegates to another one, to be overridden. */
    private static class Changed implements Candidate {
        private final Candidate other;

        Changed(Candidate other) {
            this.other = other;
        }

        @Override
        public int[] ids(String text) {
            return other.ids(text);
        }

        @Override
        public String text(int[] ids, int count) {
            return other.text(ids, count);
        }

        @Override
        public int next(String text, String word) {
            return other.next(text, word);
        }

        @Override
        public float[][] logProbabilities(int[] ids) {
            return other.logProbabilities(ids);
        }

        @Override
        public String write(String prompt, Sampler sampler) {
            return other.write(prompt, sampler);
        }
    }
}
