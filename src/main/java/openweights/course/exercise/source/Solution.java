package openweights.course.exercise.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.course.markdown.Problems;

/**
 * The two versions of an answer's cell: the student's starter and the solution.
 *
 * <pre>{@code
 * double half(double x) {
 *     // BEGIN SOLUTION
 *     return x / 2;
 *     // END SOLUTION
 *     // STARTER: return Check.todo("half of x");
 * }
 * }</pre>
 */
record Solution(String starter, String solution) {

    private static final String BEGIN = "// BEGIN SOLUTION";
    private static final String END = "// END SOLUTION";
    private static final Pattern STARTER = Pattern.compile("(\\s*)// STARTER: ?(.*)");

    /** Whether a line is one of the markers, which may occur only in answers. */
    static boolean isMarker(String line) {
        return line.strip().equals(BEGIN)
                || line.strip().equals(END)
                || STARTER.matcher(line).matches();
    }

    /**
     * @param line the line of the cell's opening fence
     */
    static Solution parse(String source, int line, Problems problems) {
        return new Parser(line, problems).parse(source);
    }

    private static final class Parser {

        private final Problems problems;
        private final int fence;
        private final List<String> starter = new ArrayList<>();
        private final List<String> solution = new ArrayList<>();

        /**
         * Lines where the open region began, and where the latest region without a starter ended; 0
         * if there is none.
         */
        private int open;

        private int bare;
        private int regions;

        private Parser(int fence, Problems problems) {
            this.fence = fence;
            this.problems = problems;
        }

        private Solution parse(String source) {
            List<String> lines = source.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                take(lines.get(i), fence + 1 + i);
            }
            if (open > 0) {
                problems.add(open, "this solution is not closed. Write " + END + " after it.");
            } else if (regions == 0) {
                problems.add(
                        fence,
                        "this answer has no solution. Put one between "
                                + BEGIN
                                + " and "
                                + END
                                + ".");
            }
            requireStarter();
            return new Solution(String.join("\n", starter), String.join("\n", solution));
        }

        private void take(String text, int line) {
            Matcher starterLine = STARTER.matcher(text);
            if (text.strip().equals(BEGIN)) {
                begin(line);
            } else if (text.strip().equals(END)) {
                end(line);
            } else if (starterLine.matches()) {
                if (open > 0 || regions == 0) {
                    problems.add(line, "a starter must follow " + END + ".");
                }
                bare = 0;
                starter.add((starterLine.group(1) + starterLine.group(2)).stripTrailing());
            } else {
                requireStarter();
                solution.add(text);
                if (open == 0) {
                    starter.add(text);
                }
            }
        }

        private void begin(int line) {
            requireStarter();
            if (open > 0) {
                problems.add(
                        line,
                        "this solution begins inside the one from line %s. Write %s before it."
                                .formatted(open, END));
            }
            open = line;
            regions++;
        }

        private void end(int line) {
            if (open == 0) {
                problems.add(line, "no solution is open here. Write " + BEGIN + " before it.");
            }
            open = 0;
            bare = line;
        }

        private void requireStarter() {
            if (bare > 0) {
                problems.add(
                        bare,
                        "nothing replaces the solution. Add a line such as // STARTER: return Check.todo(\"what to do\");");
            }
            bare = 0;
        }
    }
}
