package openweights.engine.bench;

import java.io.IOException;
import java.util.List;
import openweights.base.Json;
import openweights.base.SelfProcess;
import openweights.base.UserException;

/**
 * Runs one of this program's commands that measure and print JSON in a JVM of its own with the
 * options of this one, so that neither memory nor compiled code carries over.
 */
public final class OwnJvm {

    private OwnJvm() {}

    /**
     * @param what is measured, for the message of an error
     * @throws UserException if the command fails; its own error output has said why
     */
    public static <T> T run(String what, List<String> arguments, Class<T> answer)
            throws IOException {
        Process process =
                new ProcessBuilder(SelfProcess.command(arguments))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        if (process.onExit().join().exitValue() != 0) {
            throw new UserException("Measuring " + what + " failed; the lines above say why.");
        }
        return Json.read("bench", output, answer);
    }
}
