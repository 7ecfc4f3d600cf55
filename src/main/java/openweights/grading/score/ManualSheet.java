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
import openweights.base.PrivateFolder;
import openweights.base.UserException;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Decisions;
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

    private final Path file;
    private final List<ManualRow> rows;
    private final Map<Answer, ManualRow> byAnswer = new HashMap<>();

    private ManualSheet(Path file, List<ManualRow> rows) {
        this.file = file;
        this.rows = rows;
        rows.forEach(row -> byAnswer.merge(row.about(), row, ManualSheet::filled));
    }

    /** Of two rows about one answer, the later one with points. */
    private static ManualRow filled(ManualRow one, ManualRow later) {
        return later.isOpen() ? one : later;
    }

    /**
     * Reads the table, if it exists.
     *
     * @throws UserException if somebody has broken it; the message names the row
     */
    public static ManualSheet read(Path file) throws IOException {
        List<ManualRow> rows = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Csv.text(Files.readAllBytes(file));
            rows.addAll(Csv.read(file.toString(), text, ManualRow.class, REQUIRED));
        }
        for (int i = 0; i < rows.size(); i++) {
            ManualRow row = rows.get(i);
            if (!row.isValid()) {
                throw new UserException(
                        "%s: row %d: \"%s\" is not a number from 0 to %s. Leave it empty to decide later."
                                .formatted(file, FIRST_ROW + i, row.points().strip(), row.max()));
            }
        }
        return new ManualSheet(file, rows);
    }

    /**
     * The points that a person gave for a submission, by question: in this table, or on the desk.
     * What was said last counts. Where two graders mark, the table settles what they say, and waits
     * until both have said it.
     */
    public Map<String, Manual> of(Result result, Decisions decisions) {
        Map<String, Manual> given = new HashMap<>();
        for (String question : result.questions()) {
            Answer answer = result.answer(question);
            Optional<Manual> inTable = of(answer, decisions);
            if (inTable.isPresent()) {
                given.put(question, inTable.get());
            } else {
                decisions
                        .points(answer, result.decided(question), result.max(question))
                        .ifPresent(
                                points ->
                                        given.put(
                                                question,
                                                new Manual(points, decisions.words(answer))));
            }
        }
        return given;
    }

    /** What the table says about an answer, as decisions on the desk remember it; often nothing. */
    public String words(Answer answer) {
        ManualRow row = byAnswer.get(answer);
        return row == null ? "" : row.words();
    }

    /** The points in the table, if they count and not the desk's. */
    public Optional<Manual> of(Answer answer, Decisions decisions) {
        ManualRow row = byAnswer.get(answer);
        return row != null && counts(row, decisions.table(answer)) && !decisions.isAwaited(answer)
                ? Optional.of(new Manual(row.given(), row.comment()))
                : Optional.empty();
    }

    /** Whether a person filled a row in after whatever was decided on the desk. */
    private static boolean counts(ManualRow row, @Nullable String table) {
        return !row.isOpen() && !row.words().equals(row.fromDesk()) && !row.words().equals(table);
    }

    /** What is wrong with rows that have points. */
    List<String> findings(Collection<Result> results) {
        Map<String, Result> students =
                results.stream().collect(Collectors.toMap(Result::student, result -> result));
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int number = FIRST_ROW + i;
            ManualRow row = rows.get(i);
            if (!row.isOpen()) {
                Optional<String> finding = RowFinding.of(row, students);
                finding.or(() -> overruled(row))
                        .ifPresent(
                                each ->
                                        findings.add(
                                                "%s: row %d: %s".formatted(file, number, each)));
            }
        }
        return findings;
    }

    private Optional<String> overruled(ManualRow row) {
        ManualRow counts = byAnswer.getOrDefault(row.about(), row);
        return counts.words().equals(row.words())
                ? Optional.empty()
                : Optional.of(
                        "a later row gives \"%s\" for the same answer and counts instead. Remove one of them."
                                .formatted(counts.words()));
    }

    /**
     * Adds rows for what no test could decide and nobody has decided yet. Existing rows stay; what
     * was decided on the desk is written into them.
     *
     * @param decisions of the desk
     * @param all whether to add a row for every question of every student
     * @param answers the answer to a question of a result, for the person who reads the table
     * @return how many rows have no points yet
     */
    public int add(
            Collection<Result> results,
            boolean all,
            Decisions decisions,
            BiFunction<Result, String, String> answers)
            throws IOException {
        Map<Answer, Manual> desk = new HashMap<>();
        Set<Answer> known = new HashSet<>();
        rows.forEach(row -> known.add(row.about()));
        for (Result result : results) {
            for (Map.Entry<String, Manual> each : of(result, decisions).entrySet()) {
                desk.put(result.answer(each.getKey()), each.getValue());
            }
            for (String question : result.questions()) {
                ManualRow row = row(result, question, answers);
                if ((all || !row.why().isEmpty()) && known.add(row.about())) {
                    rows.add(row);
                }
            }
        }
        rows.replaceAll(row -> written(row, desk.get(row.about()), decisions));
        PrivateFolder.createFor(file);
        AtomicFile.write(file, Csv.write(ManualRow.class, rows));
        return (int) rows.stream().filter(ManualRow::isOpen).count();
    }

    /** The row with what the desk says, unless somebody has filled it in since. */
    private static ManualRow written(ManualRow row, @Nullable Manual desk, Decisions decisions) {
        return desk == null || counts(row, decisions.table(row.about()))
                ? row
                : row.withDesk(Grade.format(desk.points()), desk.comment());
    }

    private static ManualRow row(
            Result result, String question, BiFunction<Result, String, String> answers) {
        return new ManualRow(
                result.student(),
                question,
                "",
                "" + result.max(question),
                "",
                why(result, question),
                "" + result.points(question),
                answers.apply(result, question),
                result.file(),
                result.submission(),
                "");
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
