package openweights.engine.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import openweights.engine.gguf.GgufHeader;

/** The keys of a GGUF file as text; of long lists the first few. */
final class MetadataText {

    private static final int SHOWN = 5;

    private MetadataText() {}

    static Map<String, String> of(GgufHeader header) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("GGUF version", Integer.toString(header.version()));
        header.metadata().values().forEach((key, value) -> text.put(key, text(value)));
        return text;
    }

    private static String text(Object value) {
        return value instanceof List<?> list ? text(list) : String.valueOf(value);
    }

    private static String text(List<?> list) {
        String first =
                list.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return list.size() <= SHOWN
                ? "[" + first + "]"
                : String.format(Locale.ROOT, "[%s, ...] (%,d values)", first, list.size());
    }
}
