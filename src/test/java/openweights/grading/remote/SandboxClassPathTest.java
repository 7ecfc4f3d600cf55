package openweights.grading.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import openweights.base.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxClassPathTest {

    private static final List<String> INSIDE =
            List.of(
                    "openweights/chart/Figure.class",
                    "openweights/course/exercise/Check.class",
                    "openweights/engine/model/Model.class",
                    "openweights/grading/compiler/CompilerMain.class",
                    "openweights/grading/protocol/Frame.class",
                    "openweights/grading/sandbox/ProbeFinding.class",
                    "openweights/grading/sandbox/ProbeMain.class",
                    "openweights/grading/sandbox/Syscalls.class",
                    "openweights/grading/student/StudentMain.class",
                    "openweights/runtime/kernel/imports.txt");

    private static final List<String> OUTSIDE =
            List.of(
                    "openweights/cli/Main.class",
                    "openweights/course/site/Site.class",
                    "openweights/grading/remote/Programs.class",
                    "openweights/grading/run/Grader.class",
                    "openweights/grading/sandbox/Bubblewrap.class",
                    "openweights/grading/sandbox/SeccompFilter.class",
                    "openweights/grading/score/Grades.class");

    @TempDir private Path folder;

    private Home home;

    @BeforeEach
    void build() throws IOException {
        home = new Home(folder);
        Files.createDirectories(home.libraries());
        for (String name :
                List.of(
                        "asm-9.11.1",
                        "commonmark-0.32.0",
                        "commonmark-ext-gfm-tables-0.32.0",
                        "commons-io-2.7",
                        "jackson-databind-2.22.4",
                        "jackson-dataformat-csv-2.22.4",
                        "junit-jupiter-api-5.14.4",
                        "junit-jupiter-engine-5.14.4",
                        "junit-platform-commons-1.14.4",
                        "junit-platform-launcher-1.14.4",
                        "picocli-4.7.7",
                        "xchart-3.8.8")) {
            Files.writeString(home.libraries().resolve(name + ".jar"), name);
        }
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(home.jar()))) {
            for (String name : INSIDE) {
                entry(jar, name);
            }
            for (String name : OUTSIDE) {
                entry(jar, name);
            }
        }
    }

    private static void entry(ZipOutputStream jar, String name) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(name.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void holdsWhatCellsMayUseAndNothingElse() throws IOException {
        SandboxClassPath classPath = SandboxClassPath.of(home);
        assertEquals(
                List.of(
                        "openweights.jar",
                        "commons-io-2.7.jar",
                        "jackson-databind-2.22.4.jar",
                        "junit-jupiter-api-5.14.4.jar",
                        "junit-platform-commons-1.14.4.jar",
                        "xchart-3.8.8.jar"),
                classPath.jars().stream().map(each -> each.getFileName().toString()).toList());
        Set<String> entries = new TreeSet<>();
        try (ZipFile jar = new ZipFile(classPath.jars().get(0).toFile())) {
            jar.stream().forEach(each -> entries.add(each.getName()));
        }
        assertEquals(new TreeSet<>(INSIDE), entries);
        assertEquals("xchart-3.8.8", Files.readString(classPath.jars().get(5)));
    }

    @Test
    void isAssembledOncePerBuild() throws IOException {
        SandboxClassPath first = SandboxClassPath.of(home);
        assertEquals(first, SandboxClassPath.of(home));
        Files.writeString(home.libraries().resolve("xchart-3.8.9.jar"), "new");
        assertEquals(7, SandboxClassPath.of(home).jars().size());
        assertEquals(6, first.jars().stream().filter(Files::exists).count(), "the old one stays");
    }
}
