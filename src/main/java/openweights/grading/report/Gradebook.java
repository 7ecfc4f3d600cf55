package openweights.grading.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openweights.base.Csv;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.score.Grade;

/** All students' points in a table. */
public final class Gradebook {

    private Gradebook() {}

    /** One row for each student, one column for each question. */
    public static String wide(Collection<Grade> grades) {
        Set<String> questions = new LinkedHashSet<>();
        grades.forEach(grade -> questions.addAll(grade.result().questions()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(questions));
        grades.forEach(grade -> rows.add(row(grade, questions)));
        return Csv.write(rows);
    }

    private static List<String> header(Set<String> questions) {
        List<String> header = new ArrayList<>(List.of("student"));
        header.addAll(questions);
        header.addAll(
                List.of(
                        "raw",
                        "points",
                        "max",
                        "open",
                        "notes",
                        "repairs",
                        "sandbox",
                        "submission"));
        return header;
    }

    private static List<String> row(Grade grade, Set<String> questions) {
        Result result = grade.result();
        List<String> row = new ArrayList<>(List.of(result.student()));
        questions.forEach(question -> row.add(Grade.words(grade.points(question))));
        row.add(Grade.words(grade.raw()));
        row.add(Grade.words(grade.points()));
        row.add("" + result.max());
        row.add(grade.isOpen() ? "yes" : "");
        row.add(String.join(" ", grade.notes()));
        row.add(String.join(" ", result.repairs()));
        row.add(result.sandbox());
        row.add(result.submission());
        return row;
    }

    /** One row for each test of each student. */
    public static String tall(Collection<Result> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("student", "question", "test", "points", "max", "verdict", "message"));
        for (Result result : results) {
            for (TestResult test : result.tests()) {
                rows.add(
                        List.of(
                                result.student(),
                                test.question(),
                                test.test(),
                                "" + test.points(),
                                "" + test.max(),
                                test.verdict().name(),
                                test.message()));
            }
        }
        return Csv.write(rows);
    }
}
