package openweights.grading.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The system calls that a sandbox refuses: doors of the kernel that no cell of a notebook needs.
 * Many a hole in the kernel was behind one of them, some hold memory that no limit counts, and some
 * keep what one test wrote until the next one reads it.
 */
final class Syscalls {

    /**
     * A system call.
     *
     * @param x86 its number on x86-64; -1 if it does not exist there
     * @param arm its number on AArch64; -1 if it does not exist there
     */
    record Syscall(String name, int x86, int arm) {}

    /** Machines whose calls have numbers of their own, with the kernel's name for them. */
    enum Machine {
        X86_64(0xC000_003E),
        AARCH64(0xC000_00B7);

        private final int audit;

        Machine(int audit) {
            this.audit = audit;
        }

        /** The constant {@code AUDIT_ARCH_…} in {@code linux/audit.h}. */
        int audit() {
            return audit;
        }

        /** This machine; empty if it is another one. */
        static Optional<Machine> here() {
            return switch (System.getProperty("os.arch")) {
                case "amd64", "x86_64" -> Optional.of(X86_64);
                case "aarch64" -> Optional.of(AARCH64);
                default -> Optional.empty();
            };
        }

        int number(Syscall call) {
            return this == X86_64 ? call.x86() : call.arm();
        }
    }

    /** Numbers from {@code asm/unistd_64.h} and {@code asm-generic/unistd.h}. */
    static final List<Syscall> REFUSED =
            List.of(
                    // Queues of requests that the kernel works on by itself.
                    new Syscall("io_uring_setup", 425, 425),
                    new Syscall("io_uring_enter", 426, 426),
                    new Syscall("io_uring_register", 427, 427),
                    // Keyrings, shared memory and queues outlive the process that made them.
                    new Syscall("add_key", 248, 217),
                    new Syscall("request_key", 249, 218),
                    new Syscall("keyctl", 250, 219),
                    new Syscall("shmget", 29, 194),
                    new Syscall("semget", 64, 190),
                    new Syscall("msgget", 68, 186),
                    new Syscall("mq_open", 240, 180),
                    new Syscall("memfd_create", 319, 279),
                    new Syscall("memfd_secret", 447, 447),
                    // Other processes, and the kernel itself.
                    new Syscall("ptrace", 101, 117),
                    new Syscall("process_vm_readv", 310, 270),
                    new Syscall("process_vm_writev", 311, 271),
                    new Syscall("pidfd_getfd", 438, 438),
                    new Syscall("userfaultfd", 323, 282),
                    new Syscall("bpf", 321, 280),
                    new Syscall("perf_event_open", 298, 241),
                    new Syscall("fanotify_init", 300, 262),
                    new Syscall("syslog", 103, 116),
                    new Syscall("kexec_load", 246, 104),
                    new Syscall("kexec_file_load", 320, 294),
                    new Syscall("init_module", 175, 105),
                    new Syscall("finit_module", 313, 273),
                    new Syscall("delete_module", 176, 106),
                    // Namespaces and mounts.
                    new Syscall("unshare", 272, 97),
                    new Syscall("setns", 308, 268),
                    new Syscall("mount", 165, 40),
                    new Syscall("umount2", 166, 39),
                    new Syscall("pivot_root", 155, 41),
                    new Syscall("chroot", 161, 51),
                    new Syscall("open_tree", 428, 428),
                    new Syscall("move_mount", 429, 429),
                    new Syscall("fsopen", 430, 430),
                    new Syscall("fsconfig", 431, 431),
                    new Syscall("fsmount", 432, 432),
                    new Syscall("fspick", 433, 433),
                    new Syscall("mount_setattr", 442, 442),
                    new Syscall("name_to_handle_at", 303, 264),
                    new Syscall("open_by_handle_at", 304, 265),
                    // The machine.
                    new Syscall("reboot", 169, 142),
                    new Syscall("swapon", 167, 224),
                    new Syscall("swapoff", 168, 225),
                    new Syscall("acct", 163, 89),
                    new Syscall("quotactl", 179, 60),
                    new Syscall("settimeofday", 164, 170),
                    new Syscall("clock_settime", 227, 112),
                    new Syscall("clock_adjtime", 305, 266),
                    new Syscall("adjtimex", 159, 171),
                    new Syscall("iopl", 172, -1),
                    new Syscall("ioperm", 173, -1),
                    new Syscall("modify_ldt", 154, -1));

    /** Allowed without the flags that create namespaces. */
    static final Syscall CLONE = new Syscall("clone", 56, 220);

    /** Its flags are in memory, where no filter can see them; programs fall back to clone. */
    static final Syscall CLONE3 = new Syscall("clone3", 435, 435);

    /** Allowed for the families that Java uses. */
    static final Syscall SOCKET = new Syscall("socket", 41, 198);

    private Syscalls() {}

    /** The refused calls that exist on a machine. */
    static List<Syscall> refused(Machine machine) {
        return REFUSED.stream().filter(each -> machine.number(each) >= 0).toList();
    }
}
