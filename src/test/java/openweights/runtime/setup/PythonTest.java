package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PythonTest {

    private static final List<String> COMMAND = List.of("python3");

    @Test
    void findsThePythonOfThisMachine() {
        Python python = Python.find();
        assertTrue(python.version().startsWith("3."), python.version());
        assertTrue(Files.isExecutable(Path.of(python.program())), python.program());
    }

    @Test
    void acceptsTheOldestSupportedVersion() {
        assertTrue(Python.judge(COMMAND, 0, "3.9.0\n/usr/bin/python3\nvenv").good());
        assertEquals("too old", Python.judge(COMMAND, 0, "3.8.18\n/x\nvenv").fault());
        assertEquals("too old", Python.judge(COMMAND, 0, "2.7.18\n/x\nvenv").fault());
        assertTrue(Python.judge(COMMAND, 0, "3.14.1\n/x\nvenv").good());
    }

    @Test
    void choosesTheFirstUsableOne() {
        Python old = Python.judge(COMMAND, 0, "3.6.15\n/old\nvenv");
        Python good = Python.judge(COMMAND, 0, "3.12.1\n/good\nvenv");
        Python later = Python.judge(COMMAND, 0, "3.13.0\n/later\nvenv");
        assertEquals(good, Python.choose(Stream.of(old, good, later)));
    }

    @Test
    void recognizesTheStubThatOpensTheMicrosoftStore() {
        String said =
                "Python was not found; run without arguments to install from the Microsoft Store, or disable this shortcut from Settings.";
        Python stub = Python.judge(List.of("python"), 9009, said);
        assertEquals("only the stub that opens the Microsoft Store", stub.fault());
        String message = complaint(stub);
        assertTrue(message.contains("  python: only the stub"), message);
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void namesTheDebianPackageThatIsMissing() {
        String message = complaint(Python.judge(COMMAND, 0, "3.11.2\n/usr/bin/python3\nbare"));
        assertTrue(message.contains("/usr/bin/python3: Python 3.11.2, lacks the modules"), message);
        assertTrue(message.contains("sudo apt install python3.11-venv"), message);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void recognizesAPythonWithoutVenv(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ensurepip.py"), "raise ImportError");
        Path bare = folder.resolve("python3");
        String real = Python.find().program();
        Files.writeString(
                bare, "#!/bin/sh\nPYTHONPATH='%s' exec '%s' \"$@\"\n".formatted(folder, real));
        assertTrue(bare.toFile().setExecutable(true));
        Python python = Python.ask(List.of(bare.toString()));
        assertEquals("lacks the modules venv and ensurepip", python.fault());
    }

    @Test
    void reportsThatThereIsNone() {
        Python none = Python.ask(List.of("no-such-python"));
        String message = complaint(none);
        assertTrue(
                message.contains(
                        "nothing: not python3, not python, and nothing in the usual folders"),
                message);
        assertTrue(message.contains("Next step: "), message);
        assertTrue(message.endsWith("Then run ./course lab again."), message);
    }

    private static String complaint(Python python) {
        return assertThrows(SetUpException.class, () -> Python.choose(Stream.of(python)))
                .getMessage();
    }
}
