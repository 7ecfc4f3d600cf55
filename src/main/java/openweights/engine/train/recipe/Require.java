package openweights.engine.train.recipe;

/** Bounds of a recipe's numbers. */
final class Require {

    private Require() {}

    static void positive(String key, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw wrong(key, value, "a number above zero");
        }
    }

    static void atLeast(String key, double value, int least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw wrong(key, value, least + " or more");
        }
    }

    static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw wrong(key, value, "a number from 0 to 1");
        }
    }

    static void atMost(String key, int value, int most, String name) {
        if (value > most) {
            throw wrong(key, value, "at most " + name + ", " + most);
        }
    }

    private static IllegalArgumentException wrong(String key, double value, String expected) {
        String shown = value == Math.rint(value) ? "%.0f".formatted(value) : "" + value;
        return new IllegalArgumentException(
                "\"" + key + "\" is " + shown + "; it must be " + expected);
    }
}
