package openweights.engine.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PeerSpeedTextTest {

    private final PeerSpeed.Pair pair = new PeerSpeed.Pair(123.45, 100, 1.2345);

    @Test
    void linesStandBelowTheirHeadsUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            PeerSpeed speed = new PeerSpeed("plain", "AVX2 = 1", 1, pair, pair, pair);
            assertEquals(
                    "int8            1     123.5     100.0   1.23       123       100   1.23     123       100   1.23",
                    PeerSpeedText.line("int8", speed));
        } finally {
            Locale.setDefault(before);
        }
        String names = PeerSpeedText.head().lines().skip(1).findFirst().orElseThrow();
        PeerSpeed withoutMemory = new PeerSpeed("plain", "", 2, pair, pair, null);
        assertEquals(names.length(), PeerSpeedText.line("float32", withoutMemory).length());
    }
}
