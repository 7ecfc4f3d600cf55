package openweights.grading.bench;

import java.io.IOException;
import java.util.List;

/** Restricts this process to some of the machine's cores. */
public final class Cores {

    private Cores() {}

    /**
     * Keeps this process, and the processes that it starts, on the first cores, by Linux's {@code
     * taskset}.
     *
     * @return whether that succeeded
     */
    public static boolean pinToFirst(int cores) {
        List<String> command =
                List.of(
                        "taskset",
                        "-a",
                        "-c",
                        "-p",
                        "0-" + (cores - 1),
                        "" + ProcessHandle.current().pid());
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
