package openweights.runtime.kernel.protocol;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.base.Home;

/**
 * Tells JShell where the sources are from which it takes documentation: the course's own, ND4J's if
 * set-up brought them, and the JDK's if it has them. JShell by itself knows only the last; an
 * internal field is the only way to name others.
 */
final class Sources {

    private static boolean offered;

    private Sources() {}

    /** Must be called before the first request for help; later calls do nothing. */
    static synchronized void offer() {
        if (offered) {
            return;
        }
        offered = true;
        try {
            Field override =
                    Class.forName("jdk.jshell.SourceCodeAnalysisImpl")
                            .getDeclaredField("availableSourcesOverride");
            override.setAccessible(true);
            override.set(null, all());
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            // A later JDK may lack the field. Help then shows only signatures.
        }
    }

    /** Whether this JDK comes with its sources, and so with its documentation. */
    static boolean hasJdk() {
        return Files.isReadable(jdk());
    }

    private static List<Path> all() throws IOException {
        List<Path> sources = new ArrayList<>();
        Path own = Home.locate().jar().resolveSibling("openweights-sources.jar");
        if (Files.exists(own)) {
            sources.add(own);
        }
        if (hasJdk()) {
            sources.addAll(modules());
        }
        return sources;
    }

    /** The folders of the JDK's modules in its archive of sources, which stays open. */
    private static List<Path> modules() throws IOException {
        FileSystem archive =
                FileSystems.newFileSystem(URI.create("jar:" + jdk().toUri()), Map.of());
        List<Path> modules = new ArrayList<>();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(archive.getPath("/"), Files::isDirectory)) {
            folders.forEach(modules::add);
        }
        return modules;
    }

    private static Path jdk() {
        return Path.of(System.getProperty("java.home"), "lib", "src.zip");
    }
}
