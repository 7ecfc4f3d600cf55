package openweights.engine.math.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor of this machine. */
public final class Processor {

    private Processor() {}

    /** Its name and architecture, as far as the system reports them. */
    public static String name() {
        String architecture = System.getProperty("os.arch");
        Path linux = Path.of("/proc/cpuinfo");
        if (Files.isReadable(linux)) {
            try (Stream<String> lines = Files.lines(linux)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .map(name -> name + " " + architecture)
                        .orElse(architecture);
            } catch (IOException e) {
                return architecture;
            }
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return windows == null ? architecture : windows + " " + architecture;
    }
}
