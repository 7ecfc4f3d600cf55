package openweights.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import openweights.grading.sandbox.Syscalls.Machine;
import openweights.grading.sandbox.Syscalls.Syscall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the filter as the kernel does, on calls of both machines. */
class SeccompFilterTest {

    private static final int ALLOWED = 0x7FFF_0000;
    private static final int NOT_PERMITTED = 0x0005_0001;
    private static final int NEW_USER = 0x1000_0000;
    private static final int THREAD = 0x003D_0F00;

    private static int decide(Machine filter, int audit, int number, int argument) {
        ByteBuffer program =
                ByteBuffer.wrap(SeccompFilter.of(filter)).order(ByteOrder.LITTLE_ENDIAN);
        int[] data = {number, audit, 0, 0, argument, 0};
        int loaded = 0;
        int at = 0;
        while (true) {
            int code = program.getShort(8 * at);
            int ifTrue = program.get(8 * at + 2) & 0xFF;
            int ifFalse = program.get(8 * at + 3) & 0xFF;
            int value = program.getInt(8 * at + 4);
            boolean holds = false;
            switch (code) {
                case 0x06 -> {
                    return value;
                }
                case 0x20 -> loaded = data[value / 4];
                case 0x15 -> holds = loaded == value;
                case 0x35 -> holds = Integer.compareUnsigned(loaded, value) >= 0;
                case 0x45 -> holds = (loaded & value) != 0;
                default -> throw new AssertionError("instruction " + code);
            }
            at += 1 + (code == 0x20 ? 0 : holds ? ifTrue : ifFalse);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesRareCallsAndNoOthers(Machine machine) {
        for (Syscall each : Syscalls.refused(machine)) {
            int decision = decide(machine, machine.audit(), machine.number(each), 0);
            assertEquals(NOT_PERMITTED, decision, each.name());
        }
        // read and write
        for (int number : machine == Machine.X86_64 ? new int[] {0, 1} : new int[] {63, 64}) {
            assertEquals(ALLOWED, decide(machine, machine.audit(), number, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void allowsThreadsAndNoNamespaces(Machine machine) {
        int clone = machine.number(Syscalls.CLONE);
        assertEquals(ALLOWED, decide(machine, machine.audit(), clone, THREAD));
        assertEquals(NOT_PERMITTED, decide(machine, machine.audit(), clone, THREAD | NEW_USER));
    }

    /** A virtual machine's host can be reached by sockets of family 40, whatever the namespace. */
    @ParameterizedTest
    @EnumSource
    void allowsNoSocketToTheHost(Machine machine) {
        int socket = machine.number(Syscalls.SOCKET);
        assertEquals(ALLOWED, decide(machine, machine.audit(), socket, 2));
        assertEquals(0x0005_0061, decide(machine, machine.audit(), socket, 40));
    }

    @Test
    void endsProcessesThatCallAsAnotherMachine() {
        int x86 = 0x4000_0003;
        assertEquals(0x8000_0000, decide(Machine.X86_64, x86, 1, 0));
        assertEquals(NOT_PERMITTED, decide(Machine.X86_64, Machine.X86_64.audit(), 0x4000_0001, 0));
    }
}
