package openweights.grading.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import openweights.base.Csv;
import openweights.base.UserException;
import openweights.grading.score.Grade;

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
        private final Map<String, Set<Integer>> byStudent = new HashMap<>();
        private final Map<Integer, Grade> filled = new HashMap<>();
        private final List<Integer> ids;

        private final char separator;

        private Gradebook(String csv, List<String> idColumns) {
            separator = Csv.separator(csv);
            Csv.rows("the gradebook", csv).forEach(row -> rows.add(new ArrayList<>(row)));
            if (rows.isEmpty()) {
                throw new UserException(
                        "The gradebook is empty. Export it from the platform again.");
            }
            ids = idColumns.stream().map(titles()::indexOf).filter(at -> at >= 0).toList();
            if (ids.isEmpty()) {
                throw new UserException(
                        "The gradebook has none of the columns %s; found: %s."
                                .formatted(idColumns, titles()));
            }
            for (int row = 1; row < rows.size(); row++) {
                for (String id : ids(row)) {
                    index(id, row);
                }
            }
        }

        private List<String> titles() {
            return rows.get(0);
        }

        /** What a row says about who the student is. */
        private List<String> ids(int row) {
            List<String> cells = rows.get(row);
            return ids.stream().map(at -> at < cells.size() ? cells.get(at).strip() : "").toList();
        }

        private void index(String id, int row) {
            if (!id.isBlank()) {
                String bare = PARTICIPANT.matcher(id).replaceFirst("");
                byStudent.computeIfAbsent(id, key -> new TreeSet<>()).add(row);
                byStudent.computeIfAbsent(bare, key -> new TreeSet<>()).add(row);
            }
        }

        private Merge fill(String title, Collection<Grade> grades) {
            int column = column(title);
            List<String> missing = new ArrayList<>();
            for (Grade grade : grades) {
                Set<Integer> found = rows(grade.student());
                if (found.isEmpty()) {
                    missing.add(grade.student());
                }
                found.forEach(row -> fill(row, column, grade));
            }
            return new Merge(Csv.write(rows, separator), missing);
        }

        private void fill(int row, int column, Grade grade) {
            Grade other = filled.put(row, grade);
            if (other != null && other.points() != grade.points()) {
                throw new UserException(
                        "The gradebook's row %d would get the points of two submissions: %s of \"%s\" and %s of \"%s\". Leave one of them out, or give both the same points."
                                .formatted(
                                        row + 1,
                                        Grade.format(other.points()),
                                        other.student(),
                                        Grade.format(grade.points()),
                                        grade.student()));
            }
            List<String> cells = rows.get(row);
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, points(grade));
        }

        /** A student may have several rows, but none of them may be somebody else's. */
        private Set<Integer> rows(String student) {
            Set<Integer> found = byStudent.getOrDefault(student, Set.of());
            for (int at = student.indexOf('_'); found.isEmpty() && at >= 0; ) {
                found = byStudent.getOrDefault(student.substring(at + 1), Set.of());
                at = student.indexOf('_', at + 1);
            }
            if (found.stream().map(this::ids).distinct().count() > 1) {
                throw new UserException(
                        "The gradebook's rows %s could all be \"%s\"; points would reach somebody else. Correct their %s, or take the wrong row out."
                                .formatted(
                                        found.stream().map(row -> "" + (row + 1)).toList(),
                                        student,
                                        ids.stream().map(titles()::get).toList()));
            }
            return found;
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
