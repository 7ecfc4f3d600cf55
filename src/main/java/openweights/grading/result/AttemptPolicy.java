package openweights.grading.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openweights.base.Json;
import openweights.base.SmallFile;
import openweights.base.UserException;
import openweights.grading.submission.Receipt;

/**
 * Which of a student's attempts counts, {@code attempts.yaml}:
 *
 * <pre>{@code
 * count: best                 # or last, which is the default
 * chosen:
 *   bob_102: 20261119T100000Z # the attempt's folder in collected, or how its name begins
 * }</pre>
 *
 * @param best whether the attempt with the most points counts; of several, the latest
 * @param chosen attempts that count whatever else does, by student
 * @param onDesk the same, as chosen on the desk; before the file, and only once they are graded
 */
public record AttemptPolicy(boolean best, Map<String, String> chosen, Map<String, String> onDesk) {

    private static final List<String> SETTINGS = List.of("count", "chosen");

    public AttemptPolicy {
        chosen = Map.copyOf(chosen);
        onDesk = Map.copyOf(onDesk);
    }

    /** The same policy together with what was chosen on the desk, by student. */
    AttemptPolicy with(Map<String, String> attempts) {
        return new AttemptPolicy(best, chosen, attempts);
    }

    /**
     * Reads the policy; without a file, the last attempt counts.
     *
     * @throws UserException if the file is no such policy; the message says what is wrong
     */
    public static AttemptPolicy read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new AttemptPolicy(false, Map.of(), Map.of());
        }
        JsonNode yaml = Json.readYaml(file.toString(), SmallFile.text(file), JsonNode.class);
        for (Map.Entry<String, JsonNode> each : yaml.properties()) {
            if (!SETTINGS.contains(each.getKey())) {
                throw new UserException(
                        "%s: there is no setting \"%s\"; there are %s."
                                .formatted(file, each.getKey(), String.join(", ", SETTINGS)));
            }
        }
        String count = yaml.path("count").asText("last");
        if (!count.equals("last") && !count.equals("best")) {
            throw new UserException(
                    "%s: count is \"%s\"; it can be last or best.".formatted(file, count));
        }
        Map<String, String> chosen = new TreeMap<>();
        yaml.path("chosen")
                .properties()
                .forEach(
                        each ->
                                chosen.put(
                                        Normalizer.normalize(each.getKey(), Normalizer.Form.NFC),
                                        each.getValue().asText()));
        return new AttemptPolicy(count.equals("best"), chosen, Map.of());
    }

    /** Whether attempts other than the last can count, and so must be graded, too. */
    public boolean needsAll() {
        return best || !chosen.isEmpty() || !onDesk.isEmpty();
    }

    /** The result that counts for each student, in the order of names. */
    Collection<Result> choose(GradingFolder folder) throws IOException {
        Map<String, Map<String, Result>> all = new TreeMap<>();
        ResultsFile.read(
                folder.results(),
                result -> {
                    Map<String, Result> own =
                            all.computeIfAbsent(result.student(), key -> new LinkedHashMap<>());
                    own.remove(result.submission());
                    own.put(result.submission(), result);
                });
        List<Result> counting = new ArrayList<>();
        for (Map.Entry<String, Map<String, Result>> each : all.entrySet()) {
            List<Result> own = List.copyOf(each.getValue().values());
            Optional<Result> desk = onDesk(each.getKey(), own, folder.collected());
            String name = chosen.get(each.getKey());
            counting.add(
                    desk.isPresent()
                            ? desk.get()
                            : name == null ? choose(own) : named(each.getKey(), name, own, folder));
        }
        return counting;
    }

    private Optional<Result> onDesk(String student, List<Result> own, Path collected)
            throws IOException {
        String name = onDesk.get(student);
        return name == null ? Optional.empty() : graded(student, name, own, collected);
    }

    /** The result of the attempt of this name, or whose name begins so. */
    private static Optional<Result> graded(
            String student, String name, List<Result> own, Path collected) throws IOException {
        return Receipt.all(collected, student).stream()
                .filter(each -> each.attempt().startsWith(name))
                .max(Comparator.comparing(Receipt::time))
                .flatMap(
                        receipt ->
                                own.stream()
                                        .filter(r -> r.submission().equals(receipt.sha256()))
                                        .findFirst());
    }

    private Result choose(List<Result> own) {
        Result last = own.get(own.size() - 1);
        return best
                ? own.stream()
                        .reduce((one, later) -> later.points() >= one.points() ? later : one)
                        .orElse(last)
                : last;
    }

    private static Result named(String student, String name, List<Result> own, GradingFolder folder)
            throws IOException {
        return graded(student, name, own, folder.collected())
                .orElseThrow(
                        () ->
                                new UserException(
                                        "attempts.yaml: %s has no graded attempt \"%s\"; collected are %s. Correct the name, or grade: %s"
                                                .formatted(
                                                        student,
                                                        name,
                                                        attempts(student, folder.collected()),
                                                        folder.command("grade"))));
    }

    private static String attempts(String student, Path collected) {
        try {
            List<String> names =
                    Receipt.all(collected, student).stream().map(Receipt::attempt).toList();
            return names.isEmpty() ? "none" : String.join(", ", names);
        } catch (IOException e) {
            return "none that can be read";
        }
    }
}
