package openweights.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineBenchTest {

    @Test
    void comparesAFormatWithTheFastestThatHasMoreBits() {
        Map<String, DecodeSpeed> speeds = new LinkedHashMap<>();
        speeds.put("float32", decoding(80));
        speeds.put("float16", decoding(140));
        speeds.put("bfloat16", decoding(130)); // as many bits as float16
        speeds.put("int8", decoding(135));
        speeds.put("int4", decoding(70));
        assertEquals(
                List.of(
                        "int8 is slower than float16: 135.0 against 140.0 tokens/s",
                        "int4 is slower than float16: 70.0 against 140.0 tokens/s"),
                EngineBench.slowerThanWider(speeds));
    }

    private static DecodeSpeed decoding(double tokensPerSecond) {
        return new DecodeSpeed("kernel", tokensPerSecond, 1, 1, 1, 1, 1, 1, null, null, null);
    }
}
