package openweights.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.base.Folders;
import openweights.cli.Checkout.Ended;

/**
 * A small Windows, by Wine: its cmd.exe, its drive C in a temporary folder, and this machine's
 * files as drive Z. Wine's own programs are linked to and not copied, so that it takes no space.
 */
final class Wine {

    private static final List<Path> PROGRAMS =
            Stream.of("/usr/lib/wine/wine64", "/usr/bin/wine64").map(Path::of).toList();
    private static final List<Path> SERVERS =
            Stream.of("/usr/lib/wine/wineserver64", "/usr/bin/wineserver").map(Path::of).toList();
    private static final List<Path> SYSTEMS =
            Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")
                    .map(folder -> Path.of(folder, "wine/x86_64-windows"))
                    .toList();

    private final Path prefix;

    /** Makes a Windows in a folder, or skips the test aloud if Wine is not here. */
    Wine(Path prefix) throws IOException {
        require();
        this.prefix = prefix;
        Files.createDirectories(driveC().resolve("windows"));
        Files.createSymbolicLink(driveC().resolve("windows/system32"), first(SYSTEMS));
        // Else Wine would first fill the folder with all that a Windows has: 700 MB.
        Files.writeString(prefix.resolve(".update-timestamp"), "disable\n");
    }

    private static void require() {
        List<List<Path>> missing =
                Stream.of(PROGRAMS, SERVERS, SYSTEMS).filter(each -> first(each) == null).toList();
        if (missing.isEmpty()) {
            return;
        }
        Requirement.WINE.missing(
                "no Wine here, none of %s found. It comes with Debian's package wine64."
                        .formatted(missing));
    }

    private static Path first(List<Path> places) {
        return places.stream().filter(Files::exists).findFirst().orElse(null);
    }

    Path driveC() {
        return prefix.resolve("drive_c");
    }

    /** The home folder of who runs the test. */
    Path profile() {
        return driveC().resolve("users").resolve(System.getProperty("user.name"));
    }

    /** Makes a folder the root of a drive. */
    void drive(char letter, Path folder) throws IOException {
        Path link = prefix.resolve("dosdevices").resolve(letter + ":");
        Files.createSymbolicLink(link, folder);
    }

    /** A file's name in Windows. */
    static String name(Path file) {
        return "Z:" + file.toString().replace('/', '\\');
    }

    Ended cmd(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        return start(folder, environment, arguments).end();
    }

    /**
     * Starts cmd.exe with arguments, in a folder. Of this machine's environment it gets nothing;
     * the variable WINEPATH becomes a part of PATH.
     */
    Running start(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(first(PROGRAMS).toString(), "cmd", "/c"));
        command.addAll(List.of(arguments));
        File output = Files.createTempFile(prefix, "output", ".txt").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output);
        builder.environment().clear();
        builder.environment().putAll(own());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Running(process, output.toPath());
    }

    private Map<String, String> own() {
        return Map.of(
                "WINEPREFIX", prefix.toString(),
                "WINEDEBUG", "-all",
                "WINEPATH", "C:\\windows\\system32",
                "HOME", prefix.toString(),
                "LC_ALL", "C.UTF-8");
    }

    record Running(Process process, Path output) {

        Ended end() throws Exception {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            // Letters beyond ASCII come in an old code page; no test looks at them.
            return new Ended(
                    process.waitFor(), Files.readString(output, StandardCharsets.ISO_8859_1));
        }
    }

    /** Ends what may still run, and deletes the folder. */
    void end() throws Exception {
        for (String option : List.of("-k", "-w")) {
            ProcessBuilder server = new ProcessBuilder(first(SERVERS).toString(), option);
            server.environment().put("WINEPREFIX", prefix.toString());
            server.start().waitFor(1, TimeUnit.MINUTES);
        }
        Folders.delete(prefix);
    }
}
