package openweights.runtime.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.base.Home;
import openweights.runtime.session.KernelSpec;
import openweights.runtime.setup.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final JavaHome GOOD =
            new JavaHome(17, "17.0.9", "Some vendor", "amd64", "64", Path.of("jdk"), true, true);

    @Test
    void reportsWhatIsMissingBeforeSetUp(@TempDir Path folder) {
        Diagnosis diagnosis = Doctor.check(new Home(folder));
        assertFalse(diagnosis.fine());
        assertEquals(List.of("Python", "kernel"), unfit(diagnosis));
        assertEquals("./course lab --set-up-only", diagnosis.findings().get(4).fix());
    }

    @Test
    void warnsOfAVariableThatLimitsJavasMemory() {
        assertTrue(Machine.options(Map.of("JAVA_TOOL_OPTIONS", "-Dx=y -Xmx12g")).isEmpty());
        Finding finding = Machine.options(Map.of("_JAVA_OPTIONS", "-Xmx128m")).orElseThrow();
        assertEquals("_JAVA_OPTIONS is -Xmx128m", finding.found());
        assertTrue(finding.fix().endsWith("Unset _JAVA_OPTIONS."), finding.fix());
    }

    @Test
    void multipliesWithTheNativeLibraries() {
        Finding finding = Machine.nd4j();
        assertTrue(finding.fine(), finding.toString());
    }

    @Test
    void acceptsTheJavaThatRunsTheTests() {
        assertTrue(Machine.jdk(JavaHome.running()).fine());
        assertTrue(Machine.jdk(GOOD).fine());
    }

    @Test
    void refusesUnsuitableJavas() {
        assertEquals(
                "is too old", new JavaHome(11, "", "", "", "64", GOOD.home(), true, true).fault());
        assertEquals(
                "is a 32-bit JDK",
                new JavaHome(17, "", "", "", "32", GOOD.home(), true, true).fault());
        assertEquals(
                "is a JRE, which has no javac",
                new JavaHome(17, "", "", "", "64", GOOD.home(), false, true).fault());
        assertEquals(
                "lacks the module jdk.jshell",
                new JavaHome(17, "", "", "", "64", GOOD.home(), true, false).fault());
    }

    @Test
    void reportsAKernelspecWithoutItsJava(@TempDir Path folder) throws IOException {
        Home project = new Home(folder);
        Path spec = Files.createDirectories(KernelSpec.folder(project));
        Files.writeString(
                spec.resolve("kernel.json"),
                "{\"argv\": [\"/gone/bin/java\", \"@options\", \"{connection_file}\"]}");
        Finding finding = InstallationCheck.kernel(project);
        assertTrue(
                finding.found().contains("/gone/bin/java, which does not exist"), finding.found());
        assertFalse(finding.fine());
    }

    @Test
    void reportsAnIncompleteEnvironment(@TempDir Path folder) throws IOException {
        Home project = new Home(folder);
        Files.createDirectories(project.python().getParent());
        Files.createSymbolicLink(project.python(), Path.of(Python.find().program()));
        Finding finding = InstallationCheck.python(project);
        assertEquals("the environment in .venv is incomplete or outdated", finding.found());
    }

    @Test
    void printsAReadableTable() {
        Diagnosis diagnosis =
                new Diagnosis(
                        List.of(
                                Finding.good("JDK", "17.0.9"),
                                new Finding("memory", "1.0 GB", "Close other programs.")));
        assertEquals(
                """
                ok   JDK     17.0.9
                FIX  memory  1.0 GB
                             -> Close other programs.""",
                diagnosis.toString());
    }

    private static List<String> unfit(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> !finding.fine())
                .map(Finding::check)
                .toList();
    }
}
