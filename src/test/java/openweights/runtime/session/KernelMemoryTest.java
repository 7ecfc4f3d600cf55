package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class KernelMemoryTest {

    @Test
    void givesTheSameHeapToEveryMachineWithEnoughMemory() {
        assertEquals(new KernelMemory(1024, 2048), KernelMemory.of(64 * 1024));
        assertEquals(new KernelMemory(1024, 2048), KernelMemory.of(8 * 1024));
        assertEquals(new KernelMemory(1024, 1024), KernelMemory.of(4 * 1024));
    }

    @Test
    void leavesTwoThirdsToASmallMachine() {
        assertEquals(new KernelMemory(682, 682), KernelMemory.of(2048));
    }
}
