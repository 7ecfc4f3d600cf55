package openweights.course.lesson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import openweights.base.Json;

/** How long lessons took to run and how much memory they needed, in three formats. */
public record LessonRunTable(List<LessonRun> runs) {

    private static final int BYTES_PER_MB = 1_000_000;

    public String text() {
        return "%-32s %6s %7s %8s %8s%n"
                        .formatted("lesson", "cells", "checks", "seconds", "peak MB")
                + rows("%-32s %6d %7d %8.1f %8s%s%n");
    }

    public String markdown() {
        return "| lesson | cells | checks passed | seconds | peak memory, MB |%n|---|---:|---:|---:|---:|%n"
                        .formatted()
                + rows("| %s | %d | %d | %.1f | %s |%s%n");
    }

    private String rows(String format) {
        return runs.stream()
                .map(
                        run ->
                                String.format(
                                        Locale.ROOT,
                                        format,
                                        run.entry().slug(),
                                        run.cells(),
                                        run.checks(),
                                        run.seconds(),
                                        megabytes(run.peakMemory()),
                                        run.passed() ? "" : " FAILED"))
                .collect(Collectors.joining());
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? String.valueOf(bytes.getAsLong() / BYTES_PER_MB) : "?";
    }

    public String json() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (LessonRun run : runs) {
            ObjectNode row = list.addObject();
            row.put("lesson", run.entry().slug()).put("passed", run.passed());
            row.put("cells", run.cells()).put("checks", run.checks());
            row.put("seconds", Math.round(run.seconds() * 100) / 100.0);
            run.peakMemory().ifPresent(bytes -> row.put("peak_memory_bytes", bytes));
            run.problems().forEach(problem -> row.withArray("problems").add(problem.toString()));
        }
        return Json.pretty(list) + "\n";
    }
}
