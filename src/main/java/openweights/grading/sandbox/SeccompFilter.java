package openweights.grading.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import openweights.grading.sandbox.Syscalls.Machine;
import openweights.grading.sandbox.Syscalls.Syscall;

/**
 * A program for the kernel that decides about each system call of the sandbox (seccomp, in classic
 * BPF). It refuses {@link Syscalls#REFUSED} with EPERM and allows all others, except that no
 * namespace can be created and no socket leads to the machine that runs this virtual one.
 *
 * <p>The layout of an instruction and of the data that it can load is that of {@code struct
 * sock_filter} and {@code struct seccomp_data} in the kernel's headers.
 */
final class SeccompFilter {

    private static final int LOAD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int JUMP_IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;

    private static final int ALLOW = 0x7FFF_0000;
    private static final int KILL_PROCESS = 0x8000_0000;
    private static final int ERROR = 0x0005_0000;
    private static final int NOT_PERMITTED = ERROR | 1;
    private static final int NO_SUCH_CALL = ERROR | 38;
    private static final int NO_SUCH_FAMILY = ERROR | 97;

    /** Calls of the x32 interface have this bit; no Java uses it. */
    private static final int X32 = 0x4000_0000;

    /** All flags {@code CLONE_NEW…}. */
    private static final int NAMESPACES = 0x7E02_0000;

    /** AF_UNIX, AF_INET, AF_INET6 and AF_NETLINK; all of them end within the sandbox. */
    private static final int[] FAMILIES = {1, 2, 10, 16};

    private record Instruction(int code, int ifTrue, int ifFalse, int value) {}

    private final Machine machine;
    private final List<Instruction> program = new ArrayList<>();

    private SeccompFilter(Machine machine) {
        this.machine = machine;
    }

    /** The program's bytes for a machine, as {@code bwrap --seccomp} reads them. */
    static byte[] of(Machine machine) {
        SeccompFilter filter = new SeccompFilter(machine);
        filter.build();
        return filter.bytes();
    }

    private void build() {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(JUMP_IF_EQUAL, 1, 0, machine.audit());
        result(KILL_PROCESS);
        add(LOAD, 0, 0, NUMBER);
        if (machine == Machine.X86_64) {
            add(JUMP_IF_AT_LEAST, 0, 1, X32);
            result(NOT_PERMITTED);
        }
        for (Syscall each : Syscalls.refused(machine)) {
            refuse(each, NOT_PERMITTED);
        }
        refuse(Syscalls.CLONE3, NO_SUCH_CALL);
        withoutNamespaces();
        knownFamilies();
        result(ALLOW);
    }

    private void refuse(Syscall call, int error) {
        add(JUMP_IF_EQUAL, 0, 1, machine.number(call));
        result(error);
    }

    private void withoutNamespaces() {
        add(JUMP_IF_EQUAL, 0, 4, machine.number(Syscalls.CLONE));
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(JUMP_IF_ANY_BIT, 0, 1, NAMESPACES);
        result(NOT_PERMITTED);
        result(ALLOW);
    }

    private void knownFamilies() {
        add(JUMP_IF_EQUAL, 0, 3 + FAMILIES.length, machine.number(Syscalls.SOCKET));
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        for (int i = 0; i < FAMILIES.length; i++) {
            add(JUMP_IF_EQUAL, FAMILIES.length - i, 0, FAMILIES[i]);
        }
        result(NO_SUCH_FAMILY);
        result(ALLOW);
    }

    private void result(int value) {
        add(RETURN, 0, 0, value);
    }

    private void add(int code, int ifTrue, int ifFalse, int value) {
        program.add(new Instruction(code, ifTrue, ifFalse, value));
    }

    private byte[] bytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(program.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction each : program) {
            bytes.putShort((short) each.code());
            bytes.put((byte) each.ifTrue()).put((byte) each.ifFalse());
            bytes.putInt(each.value());
        }
        return bytes.array();
    }
}
