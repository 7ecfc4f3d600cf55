package openweights.course.exercise.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openweights.course.markdown.Problems;

/**
 * The info string of a cell's fence: {@code java given id=data} or {@code java answer id=q1
 * points=3}.
 *
 * @param role {@code given} or {@code answer}
 */
record Fence(String role, String id, int points) {

    private static final String FORMS =
            "```java given id=name, ```java answer id=q1 points=3, or ```java static";

    /** Parses an info string; empty if the block remains part of the text. */
    static Optional<Fence> parse(String info, int line, Problems problems) {
        List<String> words = Arrays.asList(info.strip().split("\\s+"));
        if (!words.get(0).equals("java") || words.equals(List.of("java", "static"))) {
            return Optional.empty();
        }
        String role = words.size() > 1 ? words.get(1) : "";
        String id = value(words, "id=");
        String points = value(words, "points=");
        boolean answer = role.equals("answer");
        boolean valid =
                (answer || role.equals("given"))
                        && id.matches("[a-z][a-z0-9-]{0,39}")
                        && words.size() == (answer ? 4 : 3)
                        && points.matches(answer ? "[1-9]\\d{0,2}" : "");
        if (!valid) {
            problems.add(
                    line,
                    "\"```%s\" does not begin a cell of an exercise. Write %s."
                            .formatted(info, FORMS));
            return Optional.empty();
        }
        return Optional.of(new Fence(role, id, answer ? Integer.parseInt(points) : 0));
    }

    boolean isAnswer() {
        return role.equals("answer");
    }

    private static String value(List<String> words, String key) {
        return words.stream()
                .filter(word -> word.startsWith(key))
                .map(word -> word.substring(key.length()))
                .findFirst()
                .orElse("");
    }
}
