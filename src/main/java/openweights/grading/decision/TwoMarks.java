package openweights.grading.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the marks of two graders come to: what was settled, otherwise their mean if they differ by
 * no more than allowed.
 *
 * @param marking null if submissions are marked once
 */
record TwoMarks(Layers layers, @Nullable DoubleMarking marking) {

    private static final double ROUNDING = 1e-9;

    /** Whether two graders mark the submissions of a student. */
    boolean areDue(String student) {
        return marking != null && marking.covers(student);
    }

    /** Whether both are done with the submission. */
    boolean areMade(Answer answer) {
        return areDue(answer.student()) && markers(answer).size() == DoubleMarking.GRADERS;
    }

    /** Whose marks count: those who were done first. */
    List<String> markers(Answer answer) {
        return layers.fold().checked(answer.student(), answer.submission()).keySet().stream()
                .limit(DoubleMarking.GRADERS)
                .toList();
    }

    /** Both marks; none before both are made. */
    List<Mark> of(Answer answer, @Nullable Double byTests, double max) {
        List<Mark> marks = new ArrayList<>();
        if (areMade(answer)) {
            for (String by : markers(answer)) {
                Double points = layers.points(by, answer, byTests, max).orElse(byTests);
                marks.add(new Mark(by, points, layers.words(by, answer)));
            }
        }
        return marks;
    }

    /** Empty if the two do not agree, or leave it to the tests. */
    Optional<Double> points(Answer answer, @Nullable Double byTests, double max) {
        Change.Settle settled = layers.fold().settled.get(answer);
        if (settled != null) {
            return Optional.ofNullable(settled.points());
        }
        boolean byHand =
                markers(answer).stream()
                        .anyMatch(by -> layers.points(by, answer, byTests, max).isPresent());
        return byHand ? mean(of(answer, byTests, max)) : Optional.empty();
    }

    private Optional<Double> mean(List<Mark> marks) {
        Double one = marks.get(0).points();
        Double other = marks.get(1).points();
        double allowed = marking == null ? 0 : marking.differ();
        return one == null || other == null || Math.abs(one - other) > allowed + ROUNDING
                ? Optional.empty()
                : Optional.of((one + other) / 2);
    }

    /** Why the two do not settle the points; empty if they do. */
    String trouble(Answer answer, @Nullable Double byTests, double max) {
        List<Mark> marks = of(answer, byTests, max);
        if (layers.fold().settled.containsKey(answer) || mean(marks).isPresent()) {
            return "";
        }
        return marks.stream().map(Mark::points).allMatch(Objects::nonNull)
                ? "two graders differ"
                : "a grader has given no points";
    }
}
