package openweights.course.exercise.mutant;

import com.sun.source.tree.Tree.Kind;
import java.util.List;
import java.util.Map;

/** What an operator is mistaken for: each with the one on its other side, and bounds off by one. */
final class Operators {

    static final Map<Kind, String> SIGNS =
            Map.ofEntries(
                    Map.entry(Kind.PLUS, "+"),
                    Map.entry(Kind.MINUS, "-"),
                    Map.entry(Kind.MULTIPLY, "*"),
                    Map.entry(Kind.DIVIDE, "/"),
                    Map.entry(Kind.REMAINDER, "%"),
                    Map.entry(Kind.LESS_THAN, "<"),
                    Map.entry(Kind.LESS_THAN_EQUAL, "<="),
                    Map.entry(Kind.GREATER_THAN, ">"),
                    Map.entry(Kind.GREATER_THAN_EQUAL, ">="),
                    Map.entry(Kind.EQUAL_TO, "=="),
                    Map.entry(Kind.NOT_EQUAL_TO, "!="),
                    Map.entry(Kind.CONDITIONAL_AND, "&&"),
                    Map.entry(Kind.CONDITIONAL_OR, "||"),
                    Map.entry(Kind.AND, "&"),
                    Map.entry(Kind.OR, "|"),
                    Map.entry(Kind.XOR, "^"),
                    Map.entry(Kind.LEFT_SHIFT, "<<"),
                    Map.entry(Kind.RIGHT_SHIFT, ">>"),
                    Map.entry(Kind.UNSIGNED_RIGHT_SHIFT, ">>>"));

    private static final Map<String, List<String>> MISTAKEN =
            Map.ofEntries(
                    Map.entry("+", List.of("-")),
                    Map.entry("-", List.of("+")),
                    Map.entry("*", List.of("/")),
                    Map.entry("/", List.of("*")),
                    Map.entry("%", List.of("*")),
                    Map.entry("<", List.of("<=", ">=")),
                    Map.entry("<=", List.of("<", ">")),
                    Map.entry(">", List.of(">=", "<=")),
                    Map.entry(">=", List.of(">", "<")),
                    Map.entry("==", List.of("!=")),
                    Map.entry("!=", List.of("==")),
                    Map.entry("&&", List.of("||")),
                    Map.entry("||", List.of("&&")),
                    Map.entry("&", List.of("|")),
                    Map.entry("|", List.of("&")),
                    Map.entry("^", List.of("&")),
                    Map.entry("<<", List.of(">>")),
                    Map.entry(">>", List.of("<<")),
                    Map.entry(">>>", List.of("<<", ">>")));

    private Operators() {}

    static List<String> mistaken(String sign) {
        return MISTAKEN.getOrDefault(sign, List.of());
    }

    /** Of an assignment such as {@code +=}. */
    static List<String> mistakenAssignment(String sign) {
        return mistaken(sign.substring(0, sign.length() - 1)).stream()
                .map(each -> each + "=")
                .toList();
    }
}
