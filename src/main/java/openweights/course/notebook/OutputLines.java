package openweights.course.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Outputs as lines of text, each under a line that names its type; an image is one line. */
final class OutputLines {

    private OutputLines() {}

    static List<String> of(List<JsonNode> outputs) {
        List<String> lines = new ArrayList<>();
        for (JsonNode output : outputs) {
            String type = output.path("output_type").asText();
            switch (type) {
                case "stream" -> {
                    lines.add("(" + output.path("name").asText() + ")");
                    lines.addAll(output.path("text").asText().lines().toList());
                }
                case "error" -> {
                    lines.add("(error " + output.path("ename").asText() + ")");
                    output.path("traceback").forEach(line -> lines.add(line.asText()));
                }
                default -> bundle(type, output.path("data"), lines);
            }
        }
        return lines;
    }

    private static void bundle(String type, JsonNode data, List<String> lines) {
        TreeMap<String, JsonNode> byMime = new TreeMap<>();
        data.properties().forEach(entry -> byMime.put(entry.getKey(), entry.getValue()));
        byMime.forEach(
                (mime, value) -> {
                    lines.add("(" + type + " " + mime + ")");
                    if (mime.startsWith("image/") && !mime.endsWith("+xml")) {
                        lines.add(
                                "data:" + mime + ";base64," + value.asText().replaceAll("\\s", ""));
                    } else {
                        String text = value.isTextual() ? value.asText() : JsonText.of(value);
                        lines.addAll(text.lines().toList());
                    }
                });
    }
}
