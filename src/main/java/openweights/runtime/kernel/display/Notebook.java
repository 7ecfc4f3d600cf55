package openweights.runtime.kernel.display;

import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The output of the running cell. */
record Notebook(BaseKernel kernel) implements Screen {

    @Override
    public void draw(String id, Rendition rendition, boolean first) {
        // The interrupt that caused this redraw must not break the message.
        boolean interrupted = Thread.interrupted();
        try {
            send(id, rendition, first);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void send(String id, Rendition rendition, boolean first) {
        DisplayData data = new DisplayData();
        Displays.put(data, rendition);
        // Unlike setDisplayId, this has the same signature in every version of JJava.
        data.putTransientData("display_id", id);
        if (first) {
            kernel.display(data);
        } else {
            kernel.getIO().display.updateDisplay(id, data);
        }
    }
}
