package openweights.runtime.kernel.cell;

/** What cells call instead of the methods that end the JVM. */
@SuppressWarnings("DoNotCallSuggester") // Only instrumented cells call them.
public final class Exit {

    private Exit() {}

    /** Stands for {@link System#exit}. Called from instrumented cells. */
    public static void exit(int status) {
        throw new ExitRefused("System.exit(" + status + ")");
    }

    /** Stands for {@link Runtime#exit}. Called from instrumented cells. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Stands for {@link Runtime#halt}. Called from instrumented cells. */
    public static void halt(Runtime runtime, int status) {
        throw new ExitRefused("halt(" + status + ")");
    }

    /** Says why a cell may not end the JVM. */
    public static final class ExitRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExitRefused(String call) {
            super(
                    call
                            + " would end the kernel, and all variables would be lost. A program ends there; a cell just ends after its last line. To leave a method, use return; to start anew, choose Kernel > Restart Kernel.");
        }
    }
}
