package openweights.grading.group;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.course.exercise.mutant.ParsedCell;

/**
 * Code as the compiler prints it: without comments, formatted, and with the local variables and
 * parameters of each method numbered in the order in which they occur. Two answers with one normal
 * form do the same. Names that others see, of methods, fields, and types, stay.
 */
public final class NormalForm {

    /** A string or character, which stays as it is; or a name that nothing is selected from. */
    private static final Pattern NAME =
            Pattern.compile(
                    "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'|(?<![\\w$.:])(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*)(?!\\s*\\()");

    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private NormalForm() {}

    /** The normal form; of code that does not parse, the code without comments and blanks. */
    public static String of(String source) {
        Optional<ParsedCell> cell = ParsedCell.of(source);
        if (cell.isEmpty()) {
            return COMMENT.matcher(source).replaceAll(" ").replaceAll("\\s+", " ").strip();
        }
        StringBuilder text = new StringBuilder();
        ClassTree wrapper = (ClassTree) cell.get().unit().getTypeDecls().get(0);
        TreePath path = TreePath.getPath(cell.get().unit(), wrapper);
        for (Tree member : wrapper.getMembers()) {
            Set<String> locals = new HashSet<>();
            new Locals(locals).scan(new TreePath(path, member), null);
            text.append(numbered(member.toString().strip(), locals)).append('\n');
        }
        return text.toString();
    }

    private static String numbered(String code, Set<String> locals) {
        Map<String, String> numbers = new HashMap<>();
        Matcher token = NAME.matcher(code);
        return token.replaceAll(
                match -> {
                    String name = token.group("name");
                    String shown =
                            name == null || !locals.contains(name)
                                    ? match.group()
                                    : numbers.computeIfAbsent(name, key -> "#" + numbers.size());
                    return Matcher.quoteReplacement(shown);
                });
    }

    /** Collects the names of variables that are no fields. */
    private static final class Locals extends TreePathScanner<Void, Void> {

        private final Set<String> names;

        private Locals(Set<String> names) {
            this.names = names;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (!(getCurrentPath().getParentPath().getLeaf() instanceof ClassTree)) {
                names.add(variable.getName().toString());
            }
            return super.visitVariable(variable, null);
        }
    }
}
