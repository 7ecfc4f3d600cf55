package openweights.engine.bench;

import openweights.base.UserException;

/** Checks the settings of a benchmark, which come from the command line. */
public final class Settings {

    private Settings() {}

    /**
     * @throws UserException if the value is below 1
     */
    public static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new UserException(option + " " + value + " is too small. Give 1 or more.");
        }
    }
}
