package openweights.runtime.kernel.magic;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The magics that this kernel knows. */
public final class Magics {

    private static final String MAGICS =
            """
            %time CODE       runs the code, and says how long it took
            %timeit CODE     runs the code many times, and says how long one time takes
            %load FILE       runs the code in a file, a notebook's too
            %classpath JAR   adds a library to what cells can use
            %help, %lsmagic  show this page
            %%time           as the first line of a cell: says how long the cell took
            %%timeit         as the first line of a cell: runs it many times
            """;

    /** Magics of other Java kernels, which download libraries. */
    private static final Set<String> DOWNLOADS =
            Set.of("maven", "jars", "addMavenDependency", "mavenRepo", "loadFromPOM", "pip");

    private static volatile List<String> imports = List.of();

    private Magics() {}

    /** Sets the import declarations that hold in every cell, for the help. */
    public static void imports(List<String> declarations) {
        imports = List.copyOf(declarations);
    }

    /** The names of magics that begin like this, with their percent signs. */
    public static List<String> startingWith(String start) {
        return MAGICS.lines()
                .flatMap(line -> Arrays.stream(line.split("  ", 2)[0].split(", ")))
                .map(each -> each.split(" ")[0])
                .filter(each -> each.startsWith(start))
                .toList();
    }

    /** Prints what there is beside Java in cells. Called from cells. */
    public static void help() {
        System.out.println("A cell is Java, and these lines:\n\n" + MAGICS.indent(2));
        System.out.println(
                "display(x) shows a value before the cell's end; Tab completes, Shift-Tab explains.\n");
        String packages =
                imports.stream()
                        .map(line -> line.replaceAll("import |\\.\\*;|;", ""))
                        .collect(Collectors.joining("\n"));
        System.out.println("Already imported:\n\n" + packages.indent(2));
    }

    /** The Java for a magic that is the only one in its line. */
    static String translated(String name, String rest, int line) {
        return switch (name) {
            case "time" -> "%s.next(); %s".formatted(Timing.class.getName(), rest);
            case "timeit" -> Timing.repeated(CellSource.ended(rest));
            case "help", "lsmagic" -> Magics.class.getName() + ".help();";
            case "load", "classpath" -> stock(name, rest);
            default -> throw unknown("%" + name, line);
        };
    }

    /** A call of JJava's own magic. */
    private static String stock(String name, String arguments) {
        String list =
                Arrays.stream(arguments.split("\\s+"))
                        .filter(each -> !each.isEmpty())
                        .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(", "));
        return "org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.lineMagic(\"%s\", java.util.List.of(%s));"
                .formatted(name, list);
    }

    static RefusedCell unknown(String magic, int line) {
        String name = magic.replace("%", "");
        if (DOWNLOADS.contains(name)) {
            return new RefusedCell(
                    line,
                    "this kernel does not download libraries, so there is no %s. For a jar that you have: %%classpath FILE"
                            .formatted(magic));
        }
        return new RefusedCell(
                line, "there is no magic %s. %%help shows those that there are".formatted(magic));
    }
}
