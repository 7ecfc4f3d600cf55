package openweights.course.exercise.mutant;

/**
 * Ends mutants that would run forever: every round of a loop and every call of a lambda burns some
 * fuel. Unlike a time limit, it ends them at the same place on every machine.
 */
public final class Fuel {

    /** No fuel is left. */
    static final class Empty extends Error {

        private static final long serialVersionUID = 1L;

        private Empty() {
            super("It does not end.", null, false, false);
        }
    }

    private static volatile long left = Long.MAX_VALUE;

    private Fuel() {}

    static void fill(long rounds) {
        left = rounds;
    }

    static long left() {
        return left;
    }

    /** Called by instrumented cells. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // A lost round does not matter.
    public static void burn() {
        if (--left < 0) {
            throw new Empty();
        }
    }

    /** Called by instrumented lambdas; passes their value on. */
    public static <T> T burn(T value) {
        burn();
        return value;
    }
}
