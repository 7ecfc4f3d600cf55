package openweights.grading.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.base.Csv;
import openweights.grading.score.Grade;
import org.jspecify.annotations.Nullable;

/**
 * A platform's own gradebook with the points filled in.
 *
 * @param csv the whole table, one column changed
 * @param missing students with a result whom the table does not have
 */
public record Merge(String csv, List<String> missing) {

    /**
     * Fills a column of the gradebook that Canvas exports.
     *
     * <p>A row is a student's if its ID, SIS User ID or SIS Login ID is the student's name or ends
     * it behind {@code _}, as in the names that Canvas gives to downloaded submissions.
     *
     * @param assignment the column's title, with or without the number in brackets
     */
    public static Merge canvas(String csv, String assignment, Collection<Grade> grades) {
        return new Gradebook(csv, List.of("ID", "SIS User ID", "SIS Login ID"))
                .fill(assignment, grades);
    }

    /**
     * Fills the grades of a grading worksheet or of a grader report that Moodle exports.
     *
     * <p>A row is a student's if its identifier (with or without {@code Participant}), ID number,
     * user name or e-mail address is the student's name or ends it behind {@code _}. Grade and
     * feedback are one row's; feedback that is there stays.
     */
    public static Merge moodle(String csv, String column, Collection<Grade> grades) {
        return new Gradebook(csv, List.of("Identifier", "ID number", "Username", "Email address"))
                .fill(column, grades);
    }

    /** A table with a row of titles first. */
    private static final class Gradebook {

        private final List<List<String>> rows = new ArrayList<>();
        private final List<Integer> names;
        private final Map<String, List<String>> students = new HashMap<>();

        private Gradebook(String csv, List<String> columns) {
            Csv.read(csv).forEach(row -> rows.add(new ArrayList<>(row)));
            if (rows.isEmpty()) {
                throw new IllegalArgumentException(
                        "The gradebook is empty. Export it again from the platform.");
            }
            names = columns.stream().map(rows.get(0)::indexOf).filter(at -> at >= 0).toList();
            if (names.isEmpty()) {
                throw new IllegalArgumentException(
                        "The gradebook has none of the columns %s; found: %s."
                                .formatted(columns, rows.get(0)));
            }
            rows.subList(1, rows.size()).forEach(this::index);
        }

        private void index(List<String> row) {
            for (int at : names) {
                if (at < row.size() && !row.get(at).isBlank()) {
                    String name = row.get(at).strip().replaceFirst("^Participant ", "");
                    students.putIfAbsent(name, row);
                }
            }
        }

        private Merge fill(String title, Collection<Grade> grades) {
            int column = column(title);
            List<String> missing = new ArrayList<>();
            for (Grade grade : grades) {
                List<String> row = row(grade.student());
                if (row == null) {
                    missing.add(grade.student());
                } else {
                    while (row.size() <= column) {
                        row.add("");
                    }
                    row.set(column, Grade.words(grade.points()));
                }
            }
            return new Merge(Csv.writeAsRead(rows), missing);
        }

        private @Nullable List<String> row(String student) {
            String end = student.substring(student.lastIndexOf('_') + 1);
            return students.getOrDefault(student, students.get(end));
        }

        private int column(String title) {
            List<Integer> found = new ArrayList<>();
            List<String> titles = rows.get(0);
            for (int i = 0; i < titles.size(); i++) {
                if (titles.get(i).replaceFirst(" \\(\\d+\\)$", "").equals(title)
                        || titles.get(i).equals(title)) {
                    found.add(i);
                }
            }
            if (found.size() != 1) {
                throw new IllegalArgumentException(
                        "The gradebook has %d columns \"%s\", one is needed; found: %s."
                                .formatted(found.size(), title, titles));
            }
            return found.get(0);
        }
    }
}
