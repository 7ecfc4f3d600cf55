package openweights.engine.math;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.TileInput;
import openweights.engine.math.kernel.TileLayout;

/**
 * The input of one product, also in the forms that its matrices need. They are prepared before
 * threads share the rows; each thread that starts products reuses one.
 */
final class Input {

    private static final ThreadLocal<Input> MINE = ThreadLocal.withInitial(Input::new);

    private final List<TileInput> tiled = new ArrayList<>();
    private final List<TileLayout> layouts = new ArrayList<>();
    private float[] numbers = {};
    private int at;

    static Input mine(float[] numbers, int at) {
        Input input = MINE.get();
        input.numbers = numbers;
        input.at = at;
        input.layouts.clear();
        return input;
    }

    /** The numbers from {@link #at} on. */
    float[] numbers() {
        return numbers;
    }

    int at() {
        return at;
    }

    /** Prepares the input for tiles, unless another matrix has done so. */
    void prepare(Kernel kernel, TileLayout layout, int runs, int columns) {
        if (!layouts.contains(layout)) {
            if (tiled.size() == layouts.size()) {
                tiled.add(new TileInput());
            }
            tiled.get(layouts.size()).prepare(kernel, layout, runs, numbers, at, columns);
            layouts.add(layout);
        }
    }

    TileInput tiled(TileLayout layout) {
        return tiled.get(layouts.indexOf(layout));
    }
}
