package openweights.grading.sandbox;

/**
 * What the probe found when it tried to get past the sandbox in one way.
 *
 * @param attempt what it tried, such as {@code reach the network}
 * @param stopped whether the sandbox stopped it
 * @param seen what happened
 */
public record ProbeFinding(String attempt, boolean stopped, String seen) {

    /** The finding as a row of a table for people. */
    public String row() {
        return "%-8s %-30s %s".formatted(stopped ? "stopped" : "OPEN", attempt, seen);
    }

    /** The finding as one line of text, for {@link #parse}. */
    String line() {
        return stopped + "\t" + attempt + "\t" + seen.replaceAll("\\s+", " ") + "\n";
    }

    /** Reads a line, without its line break, that {@link #line} wrote. */
    static ProbeFinding parse(String line) {
        String[] parts = line.split("\t", 3);
        return new ProbeFinding(parts[1], Boolean.parseBoolean(parts[0]), parts[2]);
    }
}
