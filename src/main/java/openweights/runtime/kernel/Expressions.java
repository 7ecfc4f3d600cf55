package openweights.runtime.kernel;

import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.JShell;
import openweights.runtime.kernel.protocol.Replies;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** Evaluates expressions that a front end sends with a cell, such as those of its status line. */
final class Expressions {

    private final JShell shell;
    private final BaseKernel kernel;

    Expressions(JShell shell, BaseKernel kernel) {
        this.shell = shell;
        this.kernel = kernel;
    }

    /** The expression's part of the reply: what is displayed for its value, or the error. */
    Object value(String code) {
        try {
            Object value = evaluated(code);
            DisplayData shown = kernel.getRenderer().render(value);
            Map<String, Object> content = Replies.ok();
            content.put("data", data(shown));
            content.put("metadata", Map.of());
            return content;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError problem) {
            Throwable root = problem;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return Replies.error(root);
        }
    }

    /** JJava's evaluator takes the value itself out of JShell, and not its text. */
    private Object evaluated(String code) throws ReflectiveOperationException {
        Object evaluator = kernel.getClass().getMethod("getEvaluator").invoke(kernel);
        Method eval = evaluator.getClass().getMethod("eval", JShell.class, String.class);
        return eval.invoke(evaluator, shell, code);
    }

    private static Map<String, Object> data(DisplayData shown) throws ReflectiveOperationException {
        java.lang.reflect.Field field = DisplayData.class.getDeclaredField("data");
        field.setAccessible(true);
        @SuppressWarnings("unchecked") // JJava declares it so.
        Map<String, Object> data = (Map<String, Object>) field.get(shown);
        return data;
    }
}
