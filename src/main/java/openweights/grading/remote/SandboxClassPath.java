package openweights.grading.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import openweights.base.AtomicFolder;
import openweights.base.Home;

/**
 * The class path inside the sandbox: what students' cells may use and what runs them, and nothing
 * else of the course. It is assembled in one folder, so that a single mount shows it all: hard
 * links to the libraries, and the course's jar without its commands, its grader and its site.
 *
 * @param folder holds the jars in {@code lib}; its name changes with every build of the course
 * @param jars in the order of the class path
 */
public record SandboxClassPath(Path folder, List<Path> jars) {

    /** The course's own classes and resources that stay outside. */
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "openweights/(cli/|course/site/|grading/(?!compiler/|protocol/|student/|sandbox/(Probe|Syscalls))).*");

    /** Libraries that only code outside the sandbox uses. JUnit's assertions stay. */
    private static final Pattern OUTSIDE_LIBRARIES =
            Pattern.compile(
                    "(asm|commonmark(-ext-[a-z-]+)?|jackson-dataformat-csv|jetty-[a-z]+|junit-jupiter(-engine|-params)?|junit-platform-(engine|launcher)|picocli)-\\d.*\\.jar");

    /** Assembles the class path unless this build's is there. */
    public static SandboxClassPath of(Home home) throws IOException {
        List<Path> libraries = libraries(home);
        Path folder =
                home.personal()
                        .resolve("archives")
                        .resolve("sandbox-" + stamp(home.jar(), libraries));
        Path lib = folder.resolve("lib");
        if (!Files.isDirectory(lib)) {
            try {
                AtomicFolder.write(lib, place -> assemble(home.jar(), libraries, place));
            } catch (FileSystemException e) {
                if (!Files.isDirectory(lib)) {
                    throw e;
                }
                // Another process has assembled it meanwhile.
            }
        }
        List<Path> jars = new ArrayList<>(List.of(lib.resolve(home.jar().getFileName())));
        libraries.forEach(each -> jars.add(lib.resolve(each.getFileName())));
        return new SandboxClassPath(folder, List.copyOf(jars));
    }

    private static List<Path> libraries(Home home) throws IOException {
        try (Stream<Path> files = Files.list(home.libraries())) {
            return files.filter(SandboxClassPath::isInside).sorted().toList();
        }
    }

    static boolean isInside(Path library) {
        return !OUTSIDE_LIBRARIES.matcher(library.getFileName().toString()).matches();
    }

    private static void assemble(Path jar, List<Path> libraries, Path folder) throws IOException {
        for (Path each : libraries) {
            link(each, folder.resolve(each.getFileName()));
        }
        filter(jar, folder.resolve(jar.getFileName()));
    }

    /** A file system without hard links gets copies. */
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(from, to);
        }
    }

    /** Copies a jar without the entries that stay outside. */
    static void filter(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream slim = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!OUTSIDE.matcher(entry.getName()).matches()) {
                    slim.putNextEntry(new ZipEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(slim);
                }
            }
        }
    }

    /** Changes whenever an archive of classes would no longer fit. */
    private static String stamp(Path jar, List<Path> libraries) throws IOException {
        int hash = System.getProperty("java.vm.version").hashCode();
        for (Path each : Stream.concat(Stream.of(jar), libraries.stream()).toList()) {
            hash = Objects.hash(hash, each, Files.size(each), Files.getLastModifiedTime(each));
        }
        return Integer.toHexString(hash);
    }
}
