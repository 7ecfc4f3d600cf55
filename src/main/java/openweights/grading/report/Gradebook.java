package openweights.grading.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openweights.base.Csv;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade;

/** All students' points as tables. */
public final class Gradebook {

    private static final List<String> TITLES_AFTER_QUESTIONS =
            List.of("raw", "points", "max", "open", "notes", "repairs", "sandbox", "submission");

    /** A row of the table of tests. */
    private record TestRow(
            String student,
            String question,
            String test,
            int points,
            int max,
            Verdict verdict,
            String message) {}

    private Gradebook() {}

    /** One row per student, one column per question. */
    public static String wide(Collection<Grade> grades) {
        Set<String> questions = new LinkedHashSet<>();
        grades.forEach(grade -> questions.addAll(grade.result().questions()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(titles(questions));
        grades.forEach(grade -> rows.add(row(grade, questions)));
        return Csv.writeDefused(rows);
    }

    private static List<String> titles(Set<String> questions) {
        List<String> titles = new ArrayList<>(List.of("student"));
        titles.addAll(questions);
        titles.addAll(TITLES_AFTER_QUESTIONS);
        return titles;
    }

    private static List<String> row(Grade grade, Set<String> questions) {
        Result result = grade.result();
        List<String> row = new ArrayList<>(List.of(result.student()));
        questions.forEach(question -> row.add(Grade.format(grade.points(question))));
        row.add(Grade.format(grade.raw()));
        row.add(Grade.format(grade.points()));
        row.add("" + result.max());
        row.add(grade.isOpen() ? "yes" : "");
        row.add(String.join(" ", grade.notes()));
        row.add(String.join(" ", result.repairs()));
        row.add(result.sandbox());
        row.add(result.submission());
        return row;
    }

    /** One row per test of each student. */
    public static String tall(Collection<Result> results) {
        List<TestRow> rows =
                results.stream()
                        .flatMap(
                                result ->
                                        result.tests().stream()
                                                .map(
                                                        test ->
                                                                new TestRow(
                                                                        result.student(),
                                                                        test.question(),
                                                                        test.test(),
                                                                        test.points(),
                                                                        test.max(),
                                                                        test.verdict(),
                                                                        test.message())))
                        .toList();
        return Csv.write(TestRow.class, rows);
    }
}
