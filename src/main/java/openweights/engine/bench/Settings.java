package openweights.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openweights.base.UserException;
import openweights.engine.math.Backend;

/**
 * With what and how long a model is measured; the values come from the command line.
 *
 * @param kernel name of the kernel; the fastest if empty
 * @param threads as many as there are processors if empty
 * @param rounds how many rounds count
 * @param prompt tokens in the prompt
 */
public record Settings(Optional<String> kernel, Optional<Integer> threads, int rounds, int prompt) {

    /**
     * @throws UserException if a value is below 1
     */
    public Settings {
        requirePositive("--prompt", prompt);
        requirePositive("--rounds", rounds);
        threads.ifPresent(count -> requirePositive("--threads", count));
    }

    /** The same on so many threads. */
    public Settings on(int count) {
        return new Settings(kernel, Optional.of(count), rounds, prompt);
    }

    /** What computes. */
    public Backend backend() {
        return Backend.of(kernel, threads);
    }

    /** As options, for this program in another JVM. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        options.addAll(List.of("--prompt", String.valueOf(prompt)));
        options.addAll(List.of("--rounds", String.valueOf(rounds)));
        kernel.ifPresent(name -> options.addAll(List.of("--kernel", name)));
        threads.ifPresent(count -> options.addAll(List.of("--threads", count.toString())));
        return options;
    }

    /**
     * @throws UserException if the value is below 1
     */
    static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new UserException(option + " " + value + " is too small. Give 1 or more.");
        }
    }
}
