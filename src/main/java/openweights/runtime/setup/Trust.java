package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Home;

/** Tells Jupyter to trust the course's notebooks, so that it shows all of their outputs. */
public record Trust(Home project) {

    /**
     * Without the parser of international addresses, which jsonschema imports if it is there and
     * nobody needs here: its import takes four times as long as all else.
     */
    private static final String COUNT_UNTRUSTED =
            """
            import sys
            sys.modules['rfc3987_syntax'] = None
            import nbformat
            from nbformat.sign import NotebookNotary
            notary = NotebookNotary()
            for path in sys.argv[1:]:
                try:
                    trusted = notary.check_signature(nbformat.read(path, 4))
                except Exception:
                    trusted = False
                if not trusted:
                    print(path)
            """;

    void grant(List<Path> notebooks) throws IOException {
        if (notebooks.isEmpty()) {
            return;
        }
        Program.Ended ended = python(List.of("-m", "jupyter", "trust"), notebooks);
        if (!ended.well()) {
            throw Failure.of("trusting the course's notebooks", ended.output());
        }
    }

    /** The notebooks that JupyterLab does not trust, and so would not show completely. */
    public List<Path> withheldFrom(List<Path> notebooks) throws IOException {
        Program.Ended ended = python(List.of("-c", COUNT_UNTRUSTED), notebooks);
        if (!ended.well()) {
            throw Failure.of("checking which notebooks are trusted", ended.output());
        }
        return ended.output().lines().map(Path::of).toList();
    }

    private Program.Ended python(List<String> arguments, List<Path> notebooks) throws IOException {
        List<String> command = new ArrayList<>(List.of(project.python().toString()));
        command.addAll(arguments);
        notebooks.forEach(notebook -> command.add(notebook.toString()));
        return new Program(command, new JupyterSettings(project).environment()).run();
    }
}
