package openweights.runtime.kernel;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's executioner, with errors that name the shapes. Its native code writes the reason to the
 * terminal, and the exception says only that the operation failed.
 */
final class ShapeErrors extends NativeOpExecutioner {

    /** Makes ND4J use it, once ND4J is loaded. */
    static void install() {
        try {
            Field executioner = Nd4j.class.getDeclaredField("OP_EXECUTIONER_INSTANCE");
            executioner.setAccessible(true);
            executioner.set(null, new ShapeErrors());
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Another version of ND4J: its own errors must do.
        }
    }

    @Override
    public INDArray[] exec(CustomOp operation) {
        try {
            return super.exec(operation);
        } catch (RuntimeException e) {
            throw explained(operation, operation.inputArguments(), e);
        }
    }

    @Override
    public INDArray[] exec(CustomOp operation, OpContext context) {
        try {
            return super.exec(operation, context);
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw explained(operation, context.getInputArrays(), e);
        }
    }

    private static RuntimeException explained(
            CustomOp operation, List<INDArray> inputs, RuntimeException stock) {
        if (stock instanceof IllegalArgumentException || inputs.isEmpty()) {
            return stock;
        }
        String shapes =
                inputs.stream()
                        .map(each -> Arrays.toString(each.shape()))
                        .collect(Collectors.joining(" and "));
        String reason =
                fit(inputs) || !isPairwise(operation)
                        ? "ND4J could not compute %s of shapes %s"
                        : "the shapes do not fit: %s of %s. Shapes must be equal, or, from the last number on, equal or 1";
        return new IllegalArgumentException(
                String.format(Locale.ROOT, reason, operation.opName(), shapes));
    }

    /** Whether it computes number by number, so that shapes are broadcast. */
    private static boolean isPairwise(CustomOp operation) {
        return operation.getClass().getPackageName().contains("pairwise");
    }

    /** Whether all shapes can be broadcast to one. */
    private static boolean fit(List<INDArray> inputs) {
        int rank = inputs.stream().mapToInt(INDArray::rank).max().orElse(0);
        for (int back = 1; back <= rank; back++) {
            long size = 1;
            for (INDArray each : inputs) {
                long own = back > each.rank() ? 1 : each.size(each.rank() - back);
                if (own != 1 && size != 1 && own != size) {
                    return false;
                }
                size = Math.max(size, own);
            }
        }
        return true;
    }
}
