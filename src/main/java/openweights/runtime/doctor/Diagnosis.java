package openweights.runtime.doctor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Json;

/** The doctor's findings, one per check. */
public record Diagnosis(List<Finding> findings) {

    /** Whether nothing needs fixing. */
    public boolean fine() {
        return findings.stream().allMatch(Finding::fine);
    }

    /** The findings, and whether nothing needs fixing. */
    public String json() {
        return Json.pretty(Map.of("fine", fine(), "findings", findings));
    }

    /**
     * The findings as a text table. Each fix is on a line below its row, which keeps the lines
     * short.
     */
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
