package openweights.engine.token.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Prints how fast our regular expressions and joni's split text with the patterns of tokenizers.
 * Speeds are per second of this thread's processor time, the best of several rounds: other programs
 * on the machine can only slow a round down.
 *
 * <p>Arguments: text files, read line by line; default: the lessons.
 */
final class RegexSpeed {

    private static final int ROUNDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path LESSONS = Path.of("lessons");

    private RegexSpeed() {}

    public static void main(String[] files) throws IOException {
        List<Path> sources =
                files.length > 0 ? List.of(files).stream().map(Path::of).toList() : lessons();
        StringBuilder all = new StringBuilder();
        for (Path source : sources) {
            all.append(Files.readString(source));
        }
        String[] lines = all.toString().split("(?<=\n)");
        System.out.println("MB/s of UTF-8         ours   joni   joni, from strings   matches");
        for (TokenizerPatterns.Named pattern : TokenizerPatterns.all()) {
            print(pattern, lines);
        }
    }

    private static List<Path> lessons() throws IOException {
        try (var files = Files.list(LESSONS)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static void print(TokenizerPatterns.Named pattern, String[] lines) {
        Regex ours = Regex.compile(pattern.source());
        JoniMatches joni = new JoniMatches(pattern.source());
        byte[][] bytes = new byte[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            bytes[i] = lines[i].getBytes(StandardCharsets.UTF_8);
        }
        double[] best = new double[3];
        int matches = 0;
        for (int round = 0; round < ROUNDS; round++) {
            matches = faster(best, 0, bytes, () -> count(ours, lines));
            faster(best, 1, bytes, () -> count(joni, bytes));
            faster(best, 2, bytes, () -> count(joni, lines));
        }
        System.out.printf(
                Locale.ROOT,
                "%-18s %7.1f %6.1f %20.1f %9d%n",
                pattern.name(),
                best[0],
                best[1],
                best[2],
                matches);
    }

    /** Runs once and keeps the speed if it is the best so far. */
    private static int faster(double[] best, int at, byte[][] bytes, IntSupplier run) {
        long start = THREADS.getCurrentThreadCpuTime();
        int matches = run.getAsInt();
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        long size = 0;
        for (byte[] each : bytes) {
            size += each.length;
        }
        best[at] = Math.max(best[at], size / 1e6 / seconds);
        return matches;
    }

    private static int count(Regex regex, String[] lines) {
        int count = 0;
        for (String line : lines) {
            for (Finder.Matches matches = regex.in(line); matches.next(); ) {
                count++;
            }
        }
        return count;
    }

    private static int count(JoniMatches regex, byte[][] lines) {
        int count = 0;
        for (byte[] line : lines) {
            count += regex.count(line);
        }
        return count;
    }

    private static int count(JoniMatches regex, String[] lines) {
        int count = 0;
        for (String line : lines) {
            count += regex.count(line.getBytes(StandardCharsets.UTF_8));
        }
        return count;
    }
}
