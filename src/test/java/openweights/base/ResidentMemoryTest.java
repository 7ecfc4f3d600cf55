package openweights.base;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ResidentMemoryTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void isAtLeastWhatTheHeapUses() throws IOException {
        Runtime java = Runtime.getRuntime();
        long used = java.totalMemory() - java.freeMemory();
        assertTrue(ResidentMemory.bytes().orElseThrow() > used / 2);
    }
}
