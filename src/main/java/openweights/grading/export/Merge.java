package openweights.grading.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import openweights.base.Csv;
import openweights.base.UserException;
import openweights.grading.score.Grade;
import org.jspecify.annotations.Nullable;

/**
 * A platform's own gradebook with the points filled in.
 *
 * @param csv the whole table, with one column changed
 * @param missing students with a result who are not in the table
 */
public record Merge(String csv, List<String> missing) {

    /**
     * Moodle writes titles in the language of the site: here in English, German, French, Spanish.
     */
    private static final List<String> MOODLE =
            List.of(
                    "Identifier",
                    "ID number",
                    "Username",
                    "Email address",
                    "ID",
                    "ID-Nummer",
                    "Anmeldename",
                    "E-Mail-Adresse",
                    "E-Mail",
                    "Identifiant",
                    "Numéro d'identification",
                    "Nom d'utilisateur",
                    "Adresse de courriel",
                    "Identificador",
                    "Número de ID",
                    "Nombre de usuario",
                    "Dirección de correo");

    /** In front of the identifier of a participant, in any language. */
    private static final Pattern PARTICIPANT = Pattern.compile("^\\p{L}[^\\d@_]*(?=\\d+$)");

    /**
     * Fills a column of the gradebook that Canvas exports.
     *
     * <p>A row belongs to a student if its ID, SIS User ID or SIS Login ID is the student's name,
     * or a part of the name after a {@code _}, as in the file names that Canvas gives to downloaded
     * submissions.
     *
     * @param assignment the column's title, with or without the number in parentheses
     * @throws UserException if the table lacks these columns
     */
    public static Merge canvas(String csv, String assignment, Collection<Grade> grades) {
        return new Gradebook(csv, List.of("ID", "SIS User ID", "SIS Login ID"))
                .fill(assignment, grades);
    }

    /**
     * Fills the grades of a grading worksheet or of a grader report that Moodle exports. Feedback
     * in the table stays.
     *
     * <p>A row belongs to a student if its identifier (with or without {@code Participant}), ID
     * number, user name or e-mail address is the student's name, or a part of the name after a
     * {@code _}.
     *
     * @throws UserException if the table lacks these columns
     */
    public static Merge moodle(String csv, String column, Collection<Grade> grades) {
        return new Gradebook(csv, MOODLE).fill(column, grades);
    }

    /** A table whose first row holds titles. Its other columns are the platform's. */
    private static final class Gradebook {

        private final List<List<String>> rows = new ArrayList<>();
        private final Map<String, List<String>> byStudent = new HashMap<>();

        private final char separator;

        private Gradebook(String csv, List<String> idColumns) {
            separator = Csv.separator(csv);
            Csv.rows("the gradebook", csv).forEach(row -> rows.add(new ArrayList<>(row)));
            if (rows.isEmpty()) {
                throw new UserException(
                        "The gradebook is empty. Export it from the platform again.");
            }
            List<Integer> ids =
                    idColumns.stream().map(titles()::indexOf).filter(at -> at >= 0).toList();
            if (ids.isEmpty()) {
                throw new UserException(
                        "The gradebook has none of the columns %s; found: %s."
                                .formatted(idColumns, titles()));
            }
            for (List<String> row : rows.subList(1, rows.size())) {
                ids.stream().filter(at -> at < row.size()).forEach(at -> index(row.get(at), row));
            }
        }

        private List<String> titles() {
            return rows.get(0);
        }

        private void index(String id, List<String> row) {
            if (!id.isBlank()) {
                byStudent.putIfAbsent(id.strip(), row);
                byStudent.putIfAbsent(PARTICIPANT.matcher(id.strip()).replaceFirst(""), row);
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
                    row.set(column, points(grade));
                }
            }
            return new Merge(Csv.write(rows, separator), missing);
        }

        private @Nullable List<String> row(String student) {
            List<String> row = byStudent.get(student);
            for (int at = student.indexOf('_'); row == null && at >= 0; ) {
                row = byStudent.get(student.substring(at + 1));
                at = student.indexOf('_', at + 1);
            }
            return row;
        }

        /** Where semicolons separate fields, commas separate decimals. */
        private String points(Grade grade) {
            String points = Grade.format(grade.points());
            return separator == ';' ? points.replace('.', ',') : points;
        }

        private int column(String title) {
            List<String> titles = titles();
            List<Integer> found =
                    IntStream.range(0, titles.size())
                            .filter(at -> isTitled(titles.get(at), title))
                            .boxed()
                            .toList();
            if (found.size() != 1) {
                throw new UserException(
                        "The gradebook has %d columns \"%s\", but exactly one is needed; found: %s."
                                .formatted(found.size(), title, titles));
            }
            return found.get(0);
        }

        private static boolean isTitled(String found, String title) {
            return found.equals(title) || found.replaceFirst(" \\(\\d+\\)$", "").equals(title);
        }
    }
}
