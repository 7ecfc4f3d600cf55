package openweights.base;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs this program in another process: the same Java, options, class path and main class. */
public final class SelfProcess {

    /** By name, because this package depends on no other. */
    private static final String MAIN = "openweights.cli.Main";

    private SelfProcess() {}

    /** The command line that runs it with these arguments. */
    public static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        return command;
    }
}
