package openweights.grading.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;

/**
 * What the results of a whole class say about the tests.
 *
 * @param students how many
 * @param open how many more have results that need review, which are left out
 * @param mean of the points
 * @param deviation population standard deviation of the points
 * @param counts how many students have 0, 1, 2, … points
 * @param items one for each test
 */
public record Statistics(
        int students, int open, double mean, double deviation, int[] counts, List<Item> items) {

    /**
     * One test.
     *
     * @param passed share of students who passed it, from 0 to 1: the item's difficulty
     * @param discrimination Pearson correlation between passing it and the points of all other
     *     tests; near 0 or below, the test does not separate strong work from weak. NaN where all
     *     passed or all failed
     * @param verdicts how often each occurred
     * @param messages the most frequent ones, with their counts
     */
    public record Item(
            String test,
            String name,
            String question,
            boolean hidden,
            double passed,
            double discrimination,
            Map<Verdict, Integer> verdicts,
            Map<String, Integer> messages) {}

    private static final int MAX_MESSAGES = 3;

    /** Statistics over one result per student; results that need review are left out. */
    public static Statistics of(Collection<Result> all) {
        List<Result> results = all.stream().filter(result -> !result.isOpen()).toList();
        double[] points = results.stream().mapToDouble(Result::points).toArray();
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (Result result : results) {
            for (TestResult test : result.tests()) {
                samples.computeIfAbsent(test.test(), name -> new ArrayList<>())
                        .add(new Sample(test, result.points() - test.points()));
            }
        }
        List<Item> items = samples.values().stream().map(Statistics::item).toList();
        return new Statistics(
                points.length,
                all.size() - points.length,
                Correlation.mean(points),
                Correlation.deviation(points),
                counts(results),
                items);
    }

    private static int[] counts(List<Result> results) {
        int[] counts = new int[1 + results.stream().mapToInt(Result::max).max().orElse(0)];
        results.forEach(result -> counts[result.points()]++);
        return counts;
    }

    /**
     * @param rest the student's points in all other tests
     */
    private record Sample(TestResult test, int rest) {
        double pass() {
            return test.verdict() == Verdict.PASS ? 1 : 0;
        }
    }

    private static Item item(List<Sample> samples) {
        Map<Verdict, Integer> verdicts = new LinkedHashMap<>();
        Map<String, Integer> messages = new HashMap<>();
        for (Sample sample : samples) {
            verdicts.merge(sample.test().verdict(), 1, Integer::sum);
            if (!sample.test().message().isEmpty()) {
                messages.merge(sample.test().message(), 1, Integer::sum);
            }
        }
        double[] passed = samples.stream().mapToDouble(Sample::pass).toArray();
        double[] rest = samples.stream().mapToDouble(Sample::rest).toArray();
        TestResult test = samples.get(0).test();
        return new Item(
                test.test(),
                test.name(),
                test.question(),
                test.hidden(),
                Correlation.mean(passed),
                Correlation.of(passed, rest),
                verdicts,
                mostFrequent(messages));
    }

    private static Map<String, Integer> mostFrequent(Map<String, Integer> messages) {
        Map<String, Integer> frequent = new LinkedHashMap<>();
        messages.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(MAX_MESSAGES)
                .forEach(each -> frequent.put(each.getKey(), each.getValue()));
        return frequent;
    }
}
