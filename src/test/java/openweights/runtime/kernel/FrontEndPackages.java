package openweights.runtime.kernel;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.Requirement;
import openweights.base.Folders;
import openweights.base.Home;
import openweights.runtime.setup.Program;

/**
 * Programs that work with notebooks, in a folder of their own beside the course's Python
 * environment, whose packages they share.
 */
public final class FrontEndPackages {

    private FrontEndPackages() {}

    /** The folder, for PYTHONPATH. Skips the test if the packages cannot be installed. */
    public static Path require() throws IOException {
        Home project = Home.locate();
        Path folder = project.root().resolve("target/front-ends");
        Path lock = Files.createDirectories(folder.getParent()).resolve("front-ends.lock");
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
                FileLock held = channel.lock()) { // tests run in two processes
            assertTrue(held.isValid());
            install(project, folder);
        }
        return folder;
    }

    private static void install(Home project, Path folder) throws IOException {
        Path stamp = folder.resolve("installed.txt");
        String list = list();
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(list)) {
            Folders.delete(folder);
            Program.Ended pip = pip(project, folder, list);
            Requirement.FRONT_ENDS.check(
                    pip.status() == 0,
                    "papermill, jupytext, nbdime, and notebook could not be installed by pip:\n"
                            + pip.output());
            Files.writeString(stamp, list);
        }
    }

    private static Program.Ended pip(Home project, Path folder, String list) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(project.python().toString(), "-m", "pip", "install"));
        command.addAll(List.of("--quiet", "--no-deps", "--target", folder.toString()));
        list.lines().forEach(command::add);
        return new Program(command, Map.of()).run();
    }

    private static String list() throws IOException {
        try (InputStream list =
                FrontEndPackages.class.getResourceAsStream("/front-ends/packages.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
