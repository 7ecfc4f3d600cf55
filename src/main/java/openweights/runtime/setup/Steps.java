package openweights.runtime.setup;

import java.io.IOException;

/** Runs the named steps of a long job, so that the current one can be displayed. */
public interface Steps {

    /** Runs the steps and shows nothing. */
    Steps SILENT =
            new Steps() {
                @Override
                public <T> T run(String name, Step<T> step) throws IOException {
                    return step.run();
                }

                @Override
                public void say(String line) {}
            };

    /** Runs a step. Its name should read well before a colon, such as "Installing JupyterLab". */
    <T> T run(String name, Step<T> step) throws IOException;

    /** Displays a line. */
    void say(String line);

    /** The work of a step. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
