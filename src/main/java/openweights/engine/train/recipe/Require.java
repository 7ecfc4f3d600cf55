package openweights.engine.train.recipe;

import java.util.Locale;

/** Checks the numbers of a recipe. */
final class Require {

    private Require() {}

    static void positive(String key, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw wrong(key, value, "a number greater than zero");
        }
    }

    static void atLeast(String key, double value, int minimum) {
        if (!(value >= minimum) || Double.isInfinite(value)) {
            throw wrong(key, value, minimum + " or more");
        }
    }

    static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw wrong(key, value, "a number from 0 to 1");
        }
    }

    static void atMost(String key, int value, int maximum, String name) {
        if (value > maximum) {
            throw wrong(key, value, "at most " + name + ", " + maximum);
        }
    }

    private static RecipeException wrong(String key, double value, String expected) {
        String shown =
                value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : "" + value;
        return new RecipeException("\"" + key + "\" is " + shown + "; it must be " + expected);
    }
}
