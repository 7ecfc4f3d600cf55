package openweights.runtime.setup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Python interpreter on this machine, usable or not.
 *
 * @param command the command that starts it
 * @param version such as 3.11.7; empty if it does not run
 * @param program absolute path of the interpreter; empty if it does not run
 * @param fault why the course cannot use it; empty if it can
 */
public record Python(List<String> command, String version, String program, String fault) {

    private static final int MIN_MINOR = 9;
    private static final int MAX_MINOR = 14;

    private static final String QUESTION =
            """
            import sys
            print('.'.join(map(str, sys.version_info[:3])))
            print(sys.executable)
            try:
                import venv, ensurepip
                print('venv')
            except ImportError:
                print('bare')
            """;

    boolean good() {
        return fault.isEmpty();
    }

    /**
     * The first Python on this machine that can create a virtual environment.
     *
     * @throws SetUpException if there is none; the message lists what was found
     */
    public static Python find() {
        return choose(candidates().map(Python::ask));
    }

    static Python choose(Stream<Python> candidates) {
        List<Python> seen = new ArrayList<>();
        for (Python python : (Iterable<Python>) candidates::iterator) {
            if (python.good()) {
                return python;
            }
            seen.add(python);
        }
        throw new SetUpException(complaint(seen));
    }

    private static Stream<List<String>> candidates() {
        Stream<List<String>> plain = Stream.of(List.of("python3"), List.of("python"));
        Stream<List<String>> numbered =
                IntStream.rangeClosed(MIN_MINOR, MAX_MINOR)
                        .map(minor -> MIN_MINOR + MAX_MINOR - minor)
                        .mapToObj(minor -> List.of("python3." + minor));
        Stream<List<String>> elsewhere =
                onWindows()
                        ? Stream.of(List.of("py", "-3"))
                        : Stream.of("/opt/homebrew/bin", "/usr/local/bin", "/usr/bin")
                                .map(folder -> List.of(folder + "/python3"));
        return Stream.of(plain, numbered, elsewhere).flatMap(each -> each);
    }

    /** Runs a command that may be Python and evaluates its answer. */
    static Python ask(List<String> command) {
        List<String> question = new ArrayList<>(command);
        question.addAll(List.of("-c", QUESTION));
        try {
            Program.Ended ended = new Program(question, Map.of()).run();
            return judge(command, ended.status(), ended.output().strip());
        } catch (IOException e) {
            return new Python(command, "", "", "not found");
        }
    }

    static Python judge(List<String> command, int status, String answer) {
        List<String> lines = answer.lines().toList();
        if (answer.contains("Microsoft Store")) {
            return new Python(command, "", "", "only the stub that opens the Microsoft Store");
        }
        if (status != 0 || lines.size() != 3) {
            return new Python(command, "", "", "does not run");
        }
        String version = lines.get(0);
        return new Python(command, version, lines.get(1), fault(version, lines.get(2)));
    }

    private static String fault(String version, String modules) {
        String[] parts = version.split("\\.");
        boolean old = !parts[0].equals("3") || Integer.parseInt(parts[1]) < MIN_MINOR;
        if (old) {
            return "too old";
        }
        return modules.equals("venv") ? "" : "lacks the modules venv and ensurepip";
    }

    private static String complaint(List<Python> seen) {
        String found =
                seen.stream()
                        .filter(python -> !python.fault().equals("not found"))
                        .map(Python::describe)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return "Found no Python 3.9 or newer that can create a virtual environment.\nFound instead:\n"
                + (found.isEmpty()
                        ? "  nothing: not python3, not python, and nothing in the usual folders"
                        : found)
                + "\nNext step: "
                + nextStep(seen)
                + "\nThen run ./course lab again.";
    }

    private String describe() {
        String name = program.isEmpty() ? String.join(" ", command) : program;
        return "  " + name + ": " + (version.isEmpty() ? "" : "Python " + version + ", ") + fault;
    }

    private static String nextStep(List<Python> seen) {
        String system = System.getProperty("os.name");
        if (system.startsWith("Windows")) {
            return "winget install Python.Python.3.13, or an installer from https://python.org";
        }
        if (system.startsWith("Mac")) {
            return "brew install python, or an installer from https://python.org";
        }
        return seen.stream()
                .filter(python -> python.fault().startsWith("lacks"))
                .map(python -> "sudo apt install python" + python.minorVersion() + "-venv")
                .findFirst()
                .orElse(
                        "sudo apt install python3-venv (Debian, Ubuntu), sudo dnf install python3 (Fedora)");
    }

    private String minorVersion() {
        return version.substring(0, version.lastIndexOf('.'));
    }

    private static boolean onWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
