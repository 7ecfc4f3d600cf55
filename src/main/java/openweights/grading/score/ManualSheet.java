package openweights.grading.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import openweights.base.AtomicFile;
import openweights.base.Csv;
import openweights.base.UserException;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade.Manual;
import org.jspecify.annotations.Nullable;

/**
 * The table that a person fills in, {@code manual.csv}: one row per question of a submission, with
 * or without points. Grading again never changes it, and points for one submission do not carry
 * over to the student's next one.
 */
public final class ManualSheet {

    /** The number of the table's first row of data, as spreadsheets count. */
    private static final int FIRST_ROW = 2;

    private static final List<String> REQUIRED =
            List.of("student", "question", "points", "max", "comment", "submission");

    /** What a row is about. */
    private record Key(String student, String question, String submission) {}

    /**
     * A row of the table. All fields are text, because people write them.
     *
     * @param points that the person gives; blank for none yet
     * @param max points of the question when the row was added
     * @param comment for the student
     * @param why the question needs review
     * @param tests points that the tests gave when the row was added
     * @param answer as the student wrote it
     * @param submission SHA-256 of the file
     */
    private record Row(
            String student,
            String question,
            String points,
            String max,
            String comment,
            String why,
            @Nullable String tests,
            @Nullable String answer,
            String file,
            String submission) {

        Key key() {
            return new Key(student, question, submission);
        }

        boolean isOpen() {
            return points.isBlank();
        }

        double given() {
            return Double.parseDouble(number(points));
        }

        /** Whether the points are blank, or a number from 0 to the maximum. */
        boolean isValid() {
            return isOpen()
                    || (isNumber(number(points))
                            && isNumber(number(max))
                            && given() <= Double.parseDouble(number(max)));
        }

        /** Spreadsheets in many languages write decimals with a comma. */
        private static String number(String text) {
            return text.strip().replace(',', '.');
        }

        private static boolean isNumber(String text) {
            return text.matches("\\d+(\\.\\d+)?");
        }
    }

    private final Path file;
    private final List<Row> rows;

    private ManualSheet(Path file, List<Row> rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * Reads the table, if it exists.
     *
     * @throws UserException if somebody has broken it; the message names the row
     */
    public static ManualSheet read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Csv.text(Files.readAllBytes(file));
            rows.addAll(Csv.read(file.toString(), text, Row.class, REQUIRED));
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.isValid()) {
                throw new UserException(
                        "%s: row %d: \"%s\" is not a number from 0 to %s. Leave it empty to decide later."
                                .formatted(file, FIRST_ROW + i, row.points().strip(), row.max()));
            }
        }
        return new ManualSheet(file, rows);
    }

    /** The points that a person gave for a submission, by question. */
    public Map<String, Manual> of(Result result) {
        Map<String, Manual> given = new HashMap<>();
        for (Row row : rows) {
            Key key = new Key(result.student(), row.question(), result.submission());
            if (!row.isOpen() && row.key().equals(key)) {
                given.put(row.question(), new Manual(row.given(), row.comment()));
            }
        }
        return given;
    }

    /** What is wrong with rows that have points. */
    List<String> findings(Collection<Result> results) {
        Map<String, Result> students =
                results.stream().collect(Collectors.toMap(Result::student, result -> result));
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int number = FIRST_ROW + i;
            if (!rows.get(i).isOpen()) {
                finding(rows.get(i), students)
                        .ifPresent(
                                each ->
                                        findings.add(
                                                "%s: row %d: %s".formatted(file, number, each)));
            }
        }
        return findings;
    }

    private static Optional<String> finding(Row row, Map<String, Result> students) {
        Result result = students.get(row.student());
        if (result == null) {
            return Optional.of(
                    "no submission is from \"%s\"; %s. These points count for nobody."
                            .formatted(
                                    row.student(),
                                    Names.nearest(row.student(), students.keySet())));
        }
        if (!result.questions().contains(row.question())) {
            return Optional.of(
                    "there is no question \"%s\"; %s. These points do not count."
                            .formatted(
                                    row.question(),
                                    Names.nearest(row.question(), result.questions())));
        }
        boolean tooMany =
                row.submission().equals(result.submission())
                        && row.given() > result.max(row.question());
        return tooMany
                ? Optional.of(
                        "%s points for %s, which now gives at most %d. They count; correct them."
                                .formatted(
                                        row.points().strip(),
                                        row.question(),
                                        result.max(row.question())))
                : Optional.empty();
    }

    /**
     * Adds rows for what no test could decide and nobody has decided yet. Existing rows stay.
     *
     * @param all whether to add a row for every question of every student
     * @param answers the answer to a question of a result, for the person who reads the table
     * @return how many rows have no points yet
     */
    public int add(
            Collection<Result> results, boolean all, BiFunction<Result, String, String> answers)
            throws IOException {
        Set<Key> known = new HashSet<>();
        rows.forEach(row -> known.add(row.key()));
        for (Result result : results) {
            for (String question : result.questions()) {
                Row row = row(result, question, answers);
                if ((all || !row.why().isEmpty()) && known.add(row.key())) {
                    rows.add(row);
                }
            }
        }
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, Csv.write(Row.class, rows));
        return (int) rows.stream().filter(Row::isOpen).count();
    }

    private static Row row(
            Result result, String question, BiFunction<Result, String, String> answers) {
        return new Row(
                result.student(),
                question,
                "",
                "" + result.max(question),
                "",
                why(result, question),
                "" + result.points(question),
                answers.apply(result, question),
                result.file(),
                result.submission());
    }

    /** Why a question needs review; empty if it does not. */
    private static String why(Result result, String question) {
        return result.tests().stream()
                .filter(test -> test.question().equals(question) && test.verdict().isOpen())
                .findFirst()
                .map(ManualSheet::reason)
                .orElse("");
    }

    private static String reason(TestResult test) {
        String prefix = test.verdict() == Verdict.GRADER_ERROR ? "The grader failed: " : "";
        return prefix + test.message();
    }
}
