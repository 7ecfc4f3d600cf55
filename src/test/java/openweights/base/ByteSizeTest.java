package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ByteSizeTest {

    @Test
    void usesTheLargestUnitThatFits() {
        assertEquals("0 B", ByteSize.of(0));
        assertEquals("1023 B", ByteSize.of(1023));
        assertEquals("1.0 KiB", ByteSize.of(1024));
        assertEquals("1.5 MiB", ByteSize.of(3 << 19));
        assertEquals("8388608.0 TiB", ByteSize.of(Long.MAX_VALUE));
    }

    @Test
    void looksTheSameUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("1.5 MiB", ByteSize.of(3 << 19));
        } finally {
            Locale.setDefault(before);
        }
    }
}
