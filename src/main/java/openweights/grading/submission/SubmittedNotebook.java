package openweights.grading.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A possibly damaged or hostile notebook file, as far as it can be read: its cells and the name of
 * its exercise. Outputs are dropped.
 *
 * @param exercise that the notebook claims to belong to; empty if it names none
 * @param version of the exercise that it claims to be made from; empty if it names none
 */
record SubmittedNotebook(String exercise, String version, List<SubmittedCell> cells) {

    private static final int MAX_BYTES = 20 << 20;
    private static final int MAX_DEPTH = 20_000;
    private static final int MAX_CELLS = 5000;

    /** The first line of an answer's cell; it survives editors that drop metadata. */
    private static final Pattern ANCHOR = Pattern.compile("\\s*// \\[([\\w-]+)\\] Your answer");

    /**
     * More tolerant than the course's own reader, and bounded: anybody may have written the file.
     */
    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    static SubmittedNotebook read(byte[] content) throws UnreadableSubmission {
        return parse(text(content));
    }

    /** Reads regular files only: a link could lead anywhere, and a pipe might never end. */
    static byte[] bytes(Path file) throws UnreadableSubmission {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnreadableSubmission("It is not a regular file.");
        }
        try (InputStream in =
                Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnreadableSubmission(
                        "It is larger than " + (MAX_BYTES >> 20) + " MB. Clear its outputs.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableSubmission("It cannot be read: " + e.getMessage());
        }
    }

    /** Decodes UTF-8, or UTF-16 with a byte order mark; malformed characters are replaced. */
    private static String text(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) {
            charset = StandardCharsets.UTF_16;
        }
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static SubmittedNotebook parse(String text) throws UnreadableSubmission {
        JsonNode tree = tree(text);
        if (!tree.path("cells").isArray()) {
            throw new UnreadableSubmission("It is not a notebook: it has no list of cells.");
        }
        List<SubmittedCell> cells = new ArrayList<>();
        for (JsonNode cell : tree.get("cells")) {
            if (cells.size() == MAX_CELLS) {
                throw new UnreadableSubmission("It has more than " + MAX_CELLS + " cells.");
            }
            if (cell.isObject()) {
                cells.add(cell(cell));
            }
        }
        JsonNode ours = tree.path("metadata").path("openweights");
        return new SubmittedNotebook(
                ours.path("exercise").asText(""), ours.path("version").asText(""), cells);
    }

    private static JsonNode tree(String text) throws UnreadableSubmission {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnreadableSubmission(
                    "It is not a notebook, because it is not JSON (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                            + "). The file is probably cut off.");
        }
    }

    private static SubmittedCell cell(JsonNode cell) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode metadata = cell.path("metadata");
        names.add(metadata.path("nbgrader").path("grade_id").asText(""));
        names.add(cell.path("id").asText(""));
        if (metadata.path("openweights").path("role").asText().equals("answer")) {
            names.add(metadata.path("openweights").path("question").asText(""));
        }
        String source = source(cell.path("source"));
        Matcher anchor = ANCHOR.matcher(source);
        if (anchor.lookingAt()) {
            names.add(anchor.group(1));
        }
        names.remove("");
        boolean code = !cell.path("cell_type").asText("code").matches("markdown|raw");
        return new SubmittedCell(names, code, source);
    }

    private static String source(JsonNode source) {
        StringBuilder text = new StringBuilder(source.isArray() ? "" : source.asText(""));
        source.forEach(line -> text.append(line.asText("")));
        return text.toString().replace("\r\n", "\n").replace('\r', '\n');
    }
}
