package openweights.engine.generate;

/** Settings must make sense before anything is computed. */
final class Require {

    private Require() {}

    static void that(boolean fine, String setting, Object found, String expected) {
        if (!fine) {
            throw new IllegalArgumentException(
                    setting + " is " + found + "; give " + expected + ".");
        }
    }
}
