package openweights.course.exercise.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * Many versions of a cell's declarations side by side, compiled together: compiling each by itself
 * takes a hundred times as long, because the imports are compiled with it every time.
 */
public final class Overlays {

    private static final String OUTER = "Overlays";
    private static final String HEAD = "class " + OUTER + " {\n";

    private final JShell shell;

    private Overlays(NotebookShell notebook) {
        shell = notebook.shell();
    }

    /**
     * Compiles versions of a cell after the cells that have run.
     *
     * @param versions declarations, such as methods
     * @return an object with the methods and fields of each version that compiles, by its index
     */
    public static Map<Integer, Object> load(NotebookShell notebook, List<String> versions) {
        return new Overlays(notebook).load(versions);
    }

    private Map<Integer, Object> load(List<String> versions) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            NavigableMap<Integer, Integer> starts = new TreeMap<>();
            StringBuilder source = new StringBuilder(HEAD);
            for (int each : left) {
                starts.put(source.length(), each);
                source.append("static class V%d {\n%s\n}\n".formatted(each, versions.get(each)));
            }
            SnippetEvent event = shell.eval(source.append("}").toString()).get(0);
            if (event.status() == Snippet.Status.VALID) {
                return objects(event.snippet(), left);
            }
            List<Integer> broken = broken(event.snippet(), starts);
            if (broken.isEmpty()) {
                return Map.of();
            }
            left.removeAll(broken);
        }
        return Map.of();
    }

    private List<Integer> broken(Snippet snippet, NavigableMap<Integer, Integer> starts) {
        return shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(each -> starts.floorEntry((int) each.getPosition()))
                .filter(each -> each != null)
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private Map<Integer, Object> objects(Snippet snippet, List<Integer> versions) {
        Map<Integer, Object> objects = new HashMap<>();
        String outer = shell.sourceCodeAnalysis().wrapper(snippet).fullClassName() + "$" + OUTER;
        ClassLoader loader = new ShellStudent(shell, name -> "", Map.of()).loader();
        for (int each : versions) {
            try {
                var constructor =
                        Class.forName(outer + "$V" + each, true, loader).getDeclaredConstructor();
                constructor.setAccessible(true);
                objects.put(each, constructor.newInstance());
            } catch (ReflectiveOperationException e) {
                // An initializer threw; such a version has no object.
            }
        }
        return objects;
    }
}
