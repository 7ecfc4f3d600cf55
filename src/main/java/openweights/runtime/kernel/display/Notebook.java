package openweights.runtime.kernel.display;

import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The output of the cell that runs. */
record Notebook(BaseKernel kernel) implements Screen {

    @Override
    public void draw(String id, Rendition rendition, boolean first) {
        // A message must not be torn by the interruption that made us draw it.
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
        // setDisplayId has another signature in each version of JJava; this has not.
        data.putTransientData("display_id", id);
        if (first) {
            kernel.display(data);
        } else {
            kernel.getIO().display.updateDisplay(id, data);
        }
    }
}
