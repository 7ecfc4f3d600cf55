package openweights.runtime.setup;

import java.io.IOException;

/** Runs the named steps of a long job, so that somebody can show which one is on. */
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

    /** Runs one step. The name reads well before a colon: "Installing JupyterLab". */
    <T> T run(String name, Step<T> step) throws IOException;

    /** Shows one line for people. */
    void say(String line);

    /** What a step does. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }
}
