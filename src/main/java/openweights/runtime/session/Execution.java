package openweights.runtime.session;

import java.time.Duration;

/**
 * A cell to run: its code, and how to run it.
 *
 * @param stopOnError whether the kernel aborts the cells queued after this one if it fails, as
 *     JupyterLab's Run All requests
 * @param timeout how long the cell may run before it is interrupted
 */
public record Execution(String code, boolean stopOnError, Duration timeout) {

    public static Execution of(String code) {
        return new Execution(code, true, Duration.ofMinutes(2));
    }

    public Execution withStopOnError(boolean stop) {
        return new Execution(code, stop, timeout);
    }

    public Execution withTimeout(Duration limit) {
        return new Execution(code, stopOnError, limit);
    }
}
