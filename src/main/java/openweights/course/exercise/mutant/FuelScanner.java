package openweights.course.exercise.mutant;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where a cell must burn {@link Fuel} so that it ends whatever is changed in it. */
final class FuelScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final String BURN = Fuel.class.getName() + ".burn";

    private final ParsedCell cell;
    private final List<Edit> edits = new ArrayList<>();

    private FuelScanner(ParsedCell cell) {
        this.cell = cell;
    }

    static List<Edit> edits(ParsedCell cell) {
        FuelScanner scanner = new FuelScanner(cell);
        scanner.scan(cell.unit(), null);
        return scanner.edits;
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void none) {
        body(loop.getStatement());
        return super.visitForLoop(loop, null);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree loop, @Nullable Void none) {
        body(loop.getStatement());
        return super.visitWhileLoop(loop, null);
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree loop, @Nullable Void none) {
        body(loop.getStatement());
        return super.visitDoWhileLoop(loop, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void none) {
        body(loop.getStatement());
        return super.visitEnhancedForLoop(loop, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
        Tree body = lambda.getBody();
        if (body instanceof BlockTree) {
            body(body);
        } else if (!(body instanceof MethodInvocationTree)) {
            // A call may return nothing, and then has no value to pass on.
            insert(cell.start(body), BURN + "(");
            insert(cell.end(body), ")");
        }
        return super.visitLambdaExpression(lambda, null);
    }

    private void body(Tree body) {
        if (body instanceof BlockTree) {
            insert(cell.start(body) + 1, BURN + "();");
        } else {
            insert(cell.start(body), "{" + BURN + "();");
            insert(cell.end(body), "}");
        }
    }

    private void insert(int at, String text) {
        edits.add(new Edit(at, at, text));
    }
}
