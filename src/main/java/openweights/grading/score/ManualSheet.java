package openweights.grading.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.base.Csv;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import openweights.grading.score.Grade.Manual;

/**
 * A table that a person fills in, {@code manual.csv}: one row for a question of a submission, with
 * points or without. Grading again never touches it; points for a submission do not pass on to the
 * student's next one.
 */
public final class ManualSheet {

    private static final List<String> TITLES =
            List.of("student", "question", "points", "max", "comment", "why", "file", "submission");

    /** A row is about this. */
    private record Key(String student, String question, String submission) {}

    private final Path file;
    private final List<List<String>> rows;

    private ManualSheet(Path file, List<List<String>> rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * Reads the table, if there is one.
     *
     * @throws IOException if somebody has broken it, with the line
     */
    public static ManualSheet read(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        if (Files.exists(file)) {
            Csv.read(Files.readString(file))
                    .forEach(row -> rows.add(row.stream().map(Csv::undefused).toList()));
            if (rows.isEmpty() || !rows.remove(0).equals(TITLES)) {
                throw new IOException(
                        "%s: the first line is not %s. Save it as CSV with commas, with all its columns."
                                .formatted(file, String.join(",", TITLES)));
            }
        }
        ManualSheet sheet = new ManualSheet(file, rows);
        for (int i = 0; i < rows.size(); i++) {
            sheet.check(i);
        }
        return sheet;
    }

    private void check(int i) throws IOException {
        List<String> row = rows.get(i);
        if (row.size() != TITLES.size()) {
            throw new IOException(
                    "%s: row %d has %d columns instead of %d."
                            .formatted(file, i + 2, row.size(), TITLES.size()));
        }
        String points = row.get(2).strip();
        if (!points.isEmpty()
                && !(points.matches("\\d+(\\.\\d+)?")
                        && Double.parseDouble(points) <= Double.parseDouble(row.get(3)))) {
            throw new IOException(
                    "%s: row %d: \"%s\" is no number from 0 to %s. Leave it empty to leave it open."
                            .formatted(file, i + 2, points, row.get(3)));
        }
    }

    /** What was decided on a submission, by question. */
    public Map<String, Manual> of(Result result) {
        Map<String, Manual> decided = new HashMap<>();
        for (List<String> row : rows) {
            String points = row.get(2).strip();
            if (!points.isEmpty()
                    && key(row).equals(
                                    new Key(result.student(), row.get(1), result.submission()))) {
                decided.put(row.get(1), new Manual(Double.parseDouble(points), row.get(4)));
            }
        }
        return decided;
    }

    /** The rows whose points count for nobody, as their student or question is not there. */
    List<String> findings(Collection<Result> results) {
        Map<String, Result> students =
                results.stream().collect(Collectors.toMap(Result::student, result -> result));
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String why = rows.get(i).get(2).isBlank() ? "" : stranger(rows.get(i), students);
            if (!why.isEmpty()) {
                findings.add("%s: row %d: %s".formatted(file, i + 2, why));
            }
        }
        return findings;
    }

    /** What is wrong with a row that has points; empty if nothing is. */
    private static String stranger(List<String> row, Map<String, Result> students) {
        Result result = students.get(row.get(0));
        if (result == null) {
            return "nobody who handed in is called \"%s\"; %s. The points count for nobody."
                    .formatted(row.get(0), NearestName.words(row.get(0), students.keySet()));
        }
        if (!result.questions().contains(row.get(1))) {
            return "there is no question \"%s\"; %s. The points do not count."
                    .formatted(row.get(1), NearestName.words(row.get(1), result.questions()));
        }
        boolean tooMany =
                row.get(7).equals(result.submission())
                        && Double.parseDouble(row.get(2).strip()) > result.max(row.get(1));
        return tooMany
                ? "%s points for %s, which has only %d now. They count; correct them."
                        .formatted(row.get(2).strip(), row.get(1), result.max(row.get(1)))
                : "";
    }

    /**
     * Adds rows for what nobody has decided on and no test could; what is there stays.
     *
     * @param all whether to add a row for every question of everybody
     * @return how many rows wait for points
     */
    public int add(Collection<Result> results, boolean all) throws IOException {
        Set<Key> known = new HashSet<>();
        rows.forEach(row -> known.add(key(row)));
        for (Result result : results) {
            for (String question : result.questions()) {
                String why = why(result, question);
                Key key = new Key(result.student(), question, result.submission());
                if ((all || !why.isEmpty()) && known.add(key)) {
                    rows.add(row(result, question, why));
                }
            }
        }
        write();
        return (int) rows.stream().filter(row -> row.get(2).isBlank()).count();
    }

    private static List<String> row(Result result, String question, String why) {
        return List.of(
                result.student(),
                question,
                "",
                "" + result.max(question),
                "",
                why,
                result.file(),
                result.submission());
    }

    /** Why a person must look; empty if nobody must. */
    private static String why(Result result, String question) {
        return result.tests().stream()
                .filter(test -> test.question().equals(question) && test.verdict().isOpen())
                .findFirst()
                .map(ManualSheet::words)
                .orElse("");
    }

    private static String words(TestResult test) {
        String fault = test.verdict() == Verdict.GRADER_ERROR ? "The grader failed: " : "";
        return fault + test.message();
    }

    private static Key key(List<String> row) {
        return new Key(row.get(0), row.get(1), row.get(7));
    }

    private void write() throws IOException {
        List<List<String>> table = new ArrayList<>(List.of(TITLES));
        table.addAll(rows);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, Csv.write(table));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
