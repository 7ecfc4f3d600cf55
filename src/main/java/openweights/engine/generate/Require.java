package openweights.engine.generate;

import openweights.base.UserException;

/** Checks settings before anything is computed. */
final class Require {

    private Require() {}

    static void that(boolean valid, String setting, Object found, String expected) {
        if (!valid) {
            throw new UserException(setting + " is " + found + "; give " + expected + ".");
        }
    }
}
