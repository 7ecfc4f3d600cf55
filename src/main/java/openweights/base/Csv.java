package openweights.base;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Comma-separated tables, either as rows of fields or as one record per row. A record's components
 * name the columns:
 *
 * <pre>{@code
 * record Row(String student, String points) {}
 * List<Row> rows = Csv.read(file.toString(), Files.readString(file), Row.class);
 * Files.writeString(file, Csv.write(Row.class, rows));
 * }</pre>
 *
 * <p>Tables that people open in a spreadsheet are defused: text that would run as a formula gets an
 * apostrophe in front, which {@link #read} takes off again.
 */
public final class Csv {

    /** Fields as they are. */
    private static final CsvMapper PLAIN =
            CsvMapper.csvBuilder()
                    .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .build();

    /** Records whose text is defused when written and restored when read. */
    private static final CsvMapper RECORDS =
            CsvMapper.csvBuilder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                    .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(new Defusing())
                                    .addDeserializer(String.class, new Restoring()))
                    .build();

    /** For tables with columns that no record knows. */
    private static final JsonMapper LOOSE =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Csv() {}

    /**
     * The text of a table as programs save it: UTF-8, or UTF-16 with a mark, or else in the
     * characters of Windows, which older spreadsheets write.
     */
    public static String text(byte[] content) {
        boolean mark = content.length > 1 && (content[0] & 0xFF) + (content[1] & 0xFF) == 0x1FD;
        try {
            return (mark ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    /** What separates the fields of the first line: a comma, or a semicolon or tab. */
    public static char separator(String text) {
        String first = withoutMark(text).lines().findFirst().orElse("");
        String bare = first.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(bare, each) > count(bare, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    /**
     * Reads a table whose columns are not known beforehand. A byte order mark is dropped, and
     * fields may be separated as {@link #separator} finds.
     *
     * @param name what messages call the table
     * @throws UserException if the text is not CSV, such as a quoted field that does not end
     */
    public static List<List<String>> rows(String name, String text) {
        try (MappingIterator<List<String>> rows =
                PLAIN.readerForListOf(String.class)
                        .with(CsvSchema.emptySchema().withColumnSeparator(separator(text)))
                        .readValues(withoutMark(text))) {
            return all(name, 1, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes rows, every field as it is. {@link #rows} reads back the same fields. */
    public static String write(List<List<String>> rows) {
        return write(rows, ',');
    }

    /** Writes rows with another separator. */
    public static String write(List<List<String>> rows, char separator) {
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(line(row, separator)));
        return table.toString();
    }

    /** Writes rows for a spreadsheet: a field that would run as a formula is marked as text. */
    public static String writeDefused(List<List<String>> rows) {
        return write(rows.stream().map(row -> row.stream().map(Csv::defused).toList()).toList());
    }

    /**
     * Reads a table into records.
     *
     * @param name what messages call the table
     * @throws UserException if the first line does not name exactly the record's components, or a
     *     row has another number of fields
     */
    public static <T> List<T> read(String name, String text, Class<T> type) {
        CsvSchema schema = RECORDS.schemaFor(type);
        String table = withoutMark(text);
        requireTitles(name, table, schema);
        try (MappingIterator<T> rows =
                RECORDS.readerFor(type).with(schema.withSkipFirstDataRow(true)).readValues(table)) {
            return all(name, 2, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table that a person may have saved with other columns or another separator into
     * records; a component without a column is null.
     *
     * @throws UserException if a required column is missing, a row ends before one, or the text is
     *     not CSV
     */
    public static <T> List<T> read(String name, String text, Class<T> type, List<String> required) {
        List<List<String>> rows = rows(name, text);
        List<String> titles =
                rows.isEmpty() ? List.of() : rows.get(0).stream().map(String::strip).toList();
        List<String> missing = required.stream().filter(each -> !titles.contains(each)).toList();
        if (!missing.isEmpty()) {
            throw new UserException(
                    "%s: the first line lacks %s. Save the table with all its columns."
                            .formatted(name, String.join(", ", missing)));
        }
        int least = required.stream().mapToInt(titles::indexOf).max().orElse(-1) + 1;
        List<T> records = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() < least) {
                throw new UserException(
                        "%s: row %d has %d fields, but the first line has %d. Complete the row, or remove it."
                                .formatted(name, records.size() + 2, row.size(), titles.size()));
            }
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < Math.min(titles.size(), row.size()); i++) {
                fields.put(titles.get(i), restored(row.get(i)));
            }
            records.add(LOOSE.convertValue(fields, type));
        }
        return records;
    }

    /** Writes records for a spreadsheet, below a line with the names of their components. */
    public static <T> String write(Class<T> type, List<T> rows) {
        try {
            return RECORDS.writer(RECORDS.schemaFor(type).withHeader()).writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This record has no form in CSV.", e);
        }
    }

    private static void requireTitles(String name, String table, CsvSchema schema) {
        List<String> titles = schema.getColumnNames();
        String first = table.lines().findFirst().orElse("");
        List<List<String>> found = first.isEmpty() ? List.of() : rows(name, first);
        if (separator(first) != ',' || !found.equals(List.of(titles))) {
            throw new UserException(
                    "%s: the first line is not %s. Save the table as CSV with commas and with all its columns."
                            .formatted(name, String.join(",", titles)));
        }
    }

    private static <T> List<T> all(String name, int first, MappingIterator<T> rows) {
        List<T> all = new ArrayList<>();
        try {
            while (rows.hasNext()) {
                all.add(rows.next());
            }
            return all;
        } catch (RuntimeJsonMappingException e) {
            String reason =
                    e.getCause() instanceof JsonProcessingException cause
                            ? cause.getOriginalMessage()
                            : e.getMessage();
            throw new UserException(
                    "%s: row %d: %s"
                            .formatted(
                                    name,
                                    first + all.size(),
                                    TerminalText.printable(String.valueOf(reason), 200)),
                    e);
        }
    }

    private static String line(List<String> row, char separator) {
        try {
            return PLAIN.writer(CsvSchema.emptySchema().withColumnSeparator(separator))
                    .writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This row has no form in CSV.", e);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String defused(String field) {
        boolean formula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0;
        boolean number = field.matches("-?\\d+(\\.\\d+)?");
        return formula && !number ? "'" + field : field;
    }

    private static String restored(String field) {
        return field.startsWith("'") && defused(field.substring(1)).equals(field)
                ? field.substring(1)
                : field;
    }

    private static final class Defusing extends StdScalarSerializer<String> {

        private static final long serialVersionUID = 1L;

        Defusing() {
            super(String.class);
        }

        @Override
        public void serialize(String field, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(defused(field));
        }
    }

    private static final class Restoring extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Restoring() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return restored(in.getText());
        }
    }
}
