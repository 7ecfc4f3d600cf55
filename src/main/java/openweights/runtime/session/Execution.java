package openweights.runtime.session;

import java.time.Duration;

/**
 * One cell to be run: its code and how.
 *
 * @param stopOnError whether the kernel drops the cells queued behind this one when it fails, as
 *     JupyterLab's Run All asks for
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
