package openweights.runtime.doctor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the doctor found: a table of check, found and fix. */
public record Diagnosis(List<Finding> findings) {

    /** Whether nothing must be done. */
    public boolean fine() {
        return findings.stream().allMatch(Finding::fine);
    }

    /** The table as text. A fix stands under its row, so that lines stay short. */
    @Override
    public String toString() {
        int width = findings.stream().mapToInt(row -> row.check().length()).max().orElse(0);
        return findings.stream()
                .flatMap(row -> lines(row, width))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Finding row, int width) {
        String name = String.format("%-" + width + "s", row.check());
        String found = (row.fine() ? "ok   " : "FIX  ") + name + "  " + row.found();
        return row.fine()
                ? Stream.of(found)
                : Stream.of(found, " ".repeat(width + 7) + "-> " + row.fix());
    }
}
