package openweights.runtime.session;

import java.io.IOException;
import java.util.List;

/**
 * The first cells of a fresh kernel. They prove that it works, and load the classes that students'
 * first cells need.
 */
final class FirstCells {

    private static final String PRODUCT = "Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)).sumNumber()";

    private static final List<String> MORE =
            List.of(
                    "INDArray a = Nd4j.rand(3, 4);\na.transpose().mmul(a).add(1).mul(0.5)",
                    "record Point(double x, double y) {}\nList.of(new Point(1, 2)).stream().map(Point::x).toList()",
                    "double square(double x) { return x * x; }\nfor (int i = 0; i < 3; i++) { System.out.println(square(i)); }",
                    "int[] numbers = {3, 1, 2};\nArrays.sort(numbers);\nnumbers",
                    "Table.create(\"numbers\", DoubleColumn.create(\"x\", new double[] {1, 2}))",
                    "throw new IllegalStateException(\"on purpose\");",
                    "int wrong = \"on purpose\";");

    private FirstCells() {}

    /**
     * @throws IOException if the kernel's answer is wrong
     */
    static void run(KernelSession kernel) throws IOException {
        CellOutcome outcome = kernel.execute(PRODUCT);
        if (!outcome.value().equals("8.0")) {
            throw new IOException(
                    "The kernel starts, but its first cell gave %s instead of 8.0: %s"
                            .formatted(outcome.outputs(), outcome.status()));
        }
        MORE.forEach(kernel::execute);
        kernel.complete("Nd4j.on", 7);
        kernel.inspect("Nd4j.ones(2)", 8, 0);
    }
}
