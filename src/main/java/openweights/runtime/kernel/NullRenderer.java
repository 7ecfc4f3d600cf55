package openweights.runtime.kernel;

import openweights.runtime.kernel.cell.NullValue;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** JJava's renderer, extended to show null. */
final class NullRenderer extends Renderer {

    @Override
    public DisplayData render(Object value) {
        return super.render(NullValue.orValue(value));
    }

    @Override
    public DisplayData renderAs(Object value, String... types) {
        return super.renderAs(NullValue.orValue(value), types);
    }
}
