package openweights.course.exercise.mutant;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mutants of a cell: operators, bounds and constants off by one, conditions negated,
 * calls and statements dropped, constants returned, arguments changed. Not every mutant compiles.
 */
public final class MutantScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final int MAX_SHOWN = 70;

    private final String question;
    private final ParsedCell cell;
    private final List<Edit> fuel;
    private final List<Mutant> mutants = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>();

    /** Type of the method being read, whose constants a return is replaced with. */
    private String returns = "";

    private MutantScanner(String question, ParsedCell cell) {
        this.question = question;
        this.cell = cell;
        fuel = FuelScanner.edits(cell);
    }

    /** The mutants of a question's solution; none if it cannot be parsed. */
    public static List<Mutant> of(String question, String solution) {
        return ParsedCell.of(solution)
                .map(
                        cell -> {
                            MutantScanner scanner = new MutantScanner(question, cell);
                            scanner.scan(cell.unit(), null);
                            return scanner.mutants;
                        })
                .orElse(List.of());
    }

    /** The solution itself, with fuel in its loops. */
    static String fueled(String solution) {
        return ParsedCell.of(solution)
                .map(cell -> Edit.apply(solution, List.of(), FuelScanner.edits(cell)))
                .orElse(solution);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
        String sign = Operators.SIGNS.getOrDefault(tree.getKind(), "");
        int from = cell.end(tree.getLeftOperand());
        int at = cell.source().indexOf(sign, from);
        for (String other : Operators.mistaken(sign)) {
            replace(tree, new Edit(at, at + sign.length(), other));
        }
        return super.visitBinary(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
            CompoundAssignmentTree tree, @Nullable Void none) {
        int from = cell.end(tree.getVariable());
        int end = cell.source().indexOf('=', from) + 1;
        String sign = cell.source().substring(from, end).strip();
        for (String other : Operators.mistakenAssignment(sign)) {
            replace(tree, new Edit(end - sign.length(), end, other));
        }
        replace(tree, new Edit(end - sign.length(), end, "="));
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void none) {
        String operand = cell.text(tree.getExpression());
        switch (tree.getKind()) {
            case UNARY_MINUS, LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> replace(tree, operand);
            case POSTFIX_INCREMENT -> replace(tree, operand + "--");
            case POSTFIX_DECREMENT -> replace(tree, operand + "++");
            case PREFIX_INCREMENT -> replace(tree, "--" + operand);
            case PREFIX_DECREMENT -> replace(tree, "++" + operand);
            default -> {}
        }
        return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
        Object value = tree.getValue();
        String text = cell.text(tree);
        if (value instanceof Number number) {
            replace(tree, "(" + text + " + 1)");
            if (number.doubleValue() != 0) {
                replace(tree, number.doubleValue() == 1 ? "0" : "(" + text + " - 1)");
            }
        } else if (value instanceof Boolean truth) {
            replace(tree, "" + !truth);
        } else if (value instanceof String string) {
            replace(tree, string.isEmpty() ? "\"?\"" : "\"\"");
        } else if (value instanceof Character) {
            replace(tree, "(char) (" + text + " + 1)");
        }
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void none) {
        condition(tree.getCondition());
        return super.visitIf(tree, null);
    }

    @Override
    public @Nullable Void visitConditionalExpression(
            ConditionalExpressionTree tree, @Nullable Void none) {
        condition(tree.getCondition());
        return super.visitConditionalExpression(tree, null);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void none) {
        replace(tree.getCondition(), "(!" + cell.text(tree.getCondition()) + ")");
        return super.visitWhileLoop(tree, null);
    }

    private void condition(ExpressionTree condition) {
        replace(condition, "(true)");
        replace(condition, "(false)");
    }

    @Override
    public @Nullable Void visitExpressionStatement(
            ExpressionStatementTree tree, @Nullable Void none) {
        if (cell.source().charAt(cell.end(tree) - 1) == ';') {
            replace(tree, ";");
        }
        return super.visitExpressionStatement(tree, null);
    }

    /** A dropped call leaves what it was called on, or what it was given. */
    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            replace(tree, cell.text(select.getExpression()));
        }
        for (ExpressionTree argument : tree.getArguments()) {
            if (!(argument instanceof LambdaExpressionTree)) {
                replace(tree, "(" + cell.text(argument) + ")");
            }
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void none) {
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        String before = returns;
        returns = String.valueOf(method.getReturnType());
        if (method.getBody() != null) {
            spoil(method);
        }
        scan(method.getBody(), null);
        returns = before;
        return null;
    }

    /** Changes the arrays that a method was given, after the method has computed its value. */
    private void spoil(MethodTree method) {
        String changes =
                method.getParameters().stream()
                        .map(each -> change(each.getName().toString(), "" + each.getType()))
                        .collect(Collectors.joining());
        if (!changes.isEmpty()) {
            int start = cell.start(method.getBody()) + 1;
            int end = cell.end(method.getBody()) - 1;
            List<Edit> edits =
                    List.of(
                            new Edit(start, start, " try { "),
                            new Edit(end, end, "} finally { " + changes + " } "));
            add(start, method.getName() + " changes its arguments", edits);
        }
    }

    private static String change(String name, String type) {
        String change =
                switch (type) {
                    case "double[]", "float[]", "int[]", "long[]", "byte[]", "short[]" ->
                            "if (NAME.length > 0) { NAME[0]++; }";
                    case "double[][]", "float[][]", "int[][]" ->
                            "if (NAME.length > 0 && NAME[0].length > 0) { NAME[0][0]++; }";
                    case "String[]" -> "if (NAME.length > 0) { NAME[0] = \"\"; }";
                    default -> "";
                };
        return change.replace("NAME", name);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void none) {
        if (tree.getExpression() != null) {
            List<String> constants =
                    switch (returns) {
                        case "int", "long", "double", "float", "short", "byte" -> List.of("0");
                        case "boolean" -> List.of("true", "false");
                        case "String" -> List.of("\"\"");
                        default -> List.of("null");
                    };
            constants.forEach(each -> replace(tree.getExpression(), each));
        }
        return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
        String before = returns;
        returns = "";
        super.visitLambdaExpression(tree, null);
        returns = before;
        return null;
    }

    private void replace(Tree tree, String text) {
        replace(tree, new Edit(cell.start(tree), cell.end(tree), text));
    }

    private void replace(Tree shown, Edit edit) {
        String before = cell.text(shown);
        String after =
                before.substring(0, edit.start() - cell.start(shown))
                        + edit.text()
                        + before.substring(edit.end() - cell.start(shown));
        if (after.equals(before)) {
            return;
        }
        String id =
                (shown instanceof StatementTree)
                        ? "without " + brief(before)
                        : brief(before) + " -> " + brief(after);
        add(cell.start(shown), id, List.of(edit));
    }

    private void add(int at, String change, List<Edit> edits) {
        int line = cell.line(at);
        String first = "%s line %d: %s".formatted(question, line, change);
        String id = first;
        for (int number = 2; !ids.add(id); number++) {
            id = first + " (" + number + ")";
        }
        mutants.add(new Mutant(id, line, Edit.apply(cell.source(), edits, fuel)));
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
    }
}
