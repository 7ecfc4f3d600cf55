package openweights.course.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openweights.course.exercise.test.Tensor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CheckTest {

    private static final double[][] EXPECTED = {{1, 2}, {3, 4}};

    @Test
    void reportsExactWhenAllValuesAreEqual() {
        assertEquals("✓ dW1: exact\n", printed(() -> Check.close("dW1", EXPECTED, EXPECTED)));
        assertEquals("✓ x: exact\n", printed(() -> Check.close("x", 2, 2.0)));
    }

    @Test
    void reportsLargestDifferenceWhenRoundingDiffers() {
        double[][] mine = {{1, 2}, {3, 4.000012}};
        assertEquals(
                "✓ dW1: approximate, max difference 1.2e-5 at [1, 1]\n",
                printed(() -> Check.close("dW1", mine, EXPECTED)));
        assertEquals(
                "✓ pi: approximate, max difference 2.67e-7\n",
                printed(() -> Check.close("pi", 3.1415929203539825, Math.PI)));
    }

    @Test
    void failsWithPlaceAndHintWhenDifferent() {
        float[] mine = {1f, 2.5f, 3f};
        assertEquals(
                "✗ dW1: DIFFERENT, max difference 0.5 at [1]: found 2.5, expected 2. Hint: divide by the batch size",
                failure(
                        () ->
                                Check.close(
                                        "dW1",
                                        mine,
                                        new double[] {1, 2, 3},
                                        "divide by the batch size")));
    }

    @Test
    void comparesAnyMixtureOfArrayTypes() {
        INDArray array = Nd4j.create(EXPECTED);
        assertEquals("✓ a: exact\n", printed(() -> Check.close("a", array, EXPECTED)));
        assertEquals(
                "✓ a: exact\n",
                printed(() -> Check.close("a", new int[][] {{1, 2}, {3, 4}}, array)));
        assertEquals(
                "✓ view: exact\n",
                printed(
                        () ->
                                Check.close(
                                        "view",
                                        array.transpose(),
                                        new float[][] {{1, 3}, {2, 4}})));
        assertEquals(
                "✓ scalar: exact\n", printed(() -> Check.close("scalar", Nd4j.scalar(3.0), 3)));
    }

    @Test
    void toleranceIsRelativeToTheLargestExpectedValue() {
        printed(() -> Check.close("x", new double[] {1e6, 5}, new double[] {1e6, 0}));
        failure(() -> Check.close("x", new double[] {1e6, 11}, new double[] {1e6, 0}));
        failure(() -> Check.close("x", 1.1e-8, 0));
    }

    @Test
    void withinUsesTheGivenTolerance() {
        assertEquals(
                "✓ slope: within 0.01, max difference 0.0043\n",
                printed(() -> Check.within("slope", 2.0043, 2, 0.01)));
        assertEquals(
                "✗ slope: DIFFERENT, max difference 0.02: found 2.02, expected 2.",
                failure(() -> Check.within("slope", 2.02, 2, 0.01)));
    }

    @Test
    void reportsShapeBeforeValues() {
        assertEquals(
                "✗ W has shape [2, 2], expected shape [4].",
                failure(() -> Check.close("W", EXPECTED, new double[4])));
        assertEquals(
                "✗ W has shape [1], expected no shape (a single number).",
                failure(() -> Check.close("W", new double[1], 0.5)));
    }

    @Test
    void reportsNull() {
        assertEquals(
                "✗ W is null. Run the cell that assigns it, and then this one again.",
                failure(() -> Check.close("W", null, EXPECTED)));
    }

    @Test
    void reportsNaNAndInfinity() {
        double[] mine = {1, Double.NaN, 0.0 / 0.0};
        assertEquals(
                "✗ loss is NaN at [1] (2 of 3 values), expected 2. Look for a division by zero, the logarithm of zero, or a step size that is too large.",
                failure(() -> Check.close("loss", mine, new double[] {1, 2, 3})));
        assertEquals(
                "✗ loss is Infinity, expected 2. Look for a division by zero, the logarithm of zero, or a step size that is too large.",
                failure(() -> Check.close("loss", 1 / 0.0, 2)));
    }

    @Test
    void acceptsExpectedNaNAndInfinity() {
        assertEquals(
                "✓ limit: exact\n",
                printed(
                        () ->
                                Check.close(
                                        "limit",
                                        new double[] {Double.NaN, 1 / 0.0},
                                        new double[] {Double.NaN, 1 / 0.0})));
        failure(() -> Check.close("limit", 1.0, Double.NaN));
    }

    @Test
    void reportsEmptyRaggedAndNonNumericValues() {
        assertEquals(
                "✗ W is empty, expected shape [2, 2].",
                failure(() -> Check.close("W", new double[0], EXPECTED)));
        assertEquals(
                "✗ W: row 1 differs in length from row 0 (2).",
                failure(() -> Check.close("W", new double[][] {{1, 2}, {3}}, EXPECTED)));
        assertEquals(
                "✗ W is a String, but a number, an array of numbers or an INDArray is expected.",
                failure(() -> Check.close("W", "1, 2", EXPECTED)));
    }

    @Test
    void reportsAnInvalidExpectedValueAsAnErrorOfTheLesson() {
        assertEquals(
                "the expected value of W is null. Run the cell that assigns it, and then this one again.",
                assertThrows(IllegalArgumentException.class, () -> Check.close("W", EXPECTED, null))
                        .getMessage());
    }

    @Test
    void equalComparesNumbersByValueAndOthersByEquals() {
        assertEquals("✓ weights: equal\n", printed(() -> Check.equal("weights", 13L, 13)));
        assertEquals(
                "✓ names: equal\n",
                printed(() -> Check.equal("names", List.of("a"), List.of("a"))));
        assertEquals(
                "✗ table: DIFFERENT, max difference 1 at [2]: found 0, expected 1.",
                failure(() -> Check.equal("table", new int[] {0, 0, 0}, new int[] {0, 0, 1})));
        assertEquals(
                "✗ bits: found [true], expected [false].",
                failure(() -> Check.equal("bits", new boolean[] {true}, new boolean[] {false})));
        assertEquals(
                "✗ text: found null, expected a.", failure(() -> Check.equal("text", null, "a")));
        failure(() -> Check.equal("nearly", 1.0000000001, 1));
    }

    @Test
    void thatChecksACondition() {
        assertEquals("✓ loss fell: true\n", printed(() -> Check.that("loss fell", 1 < 2)));
        assertEquals(
                "✗ loss fell: false. Hint: step against the gradient",
                failure(() -> Check.that("loss fell", 2 < 1, "step against the gradient")));
    }

    @Test
    void raisesExpectsTheException() {
        Check.Body fails =
                () -> {
                    throw new IOException("cut off\nsecond line");
                };
        assertEquals(
                "✓ raises IOException: cut off\n",
                printed(() -> Check.raises(IOException.class, fails)));
        assertEquals(
                "✗ expected IOException, but nothing was thrown.",
                failure(() -> Check.raises(IOException.class, () -> {})));
        assertEquals(
                "✗ expected ArithmeticException, found java.io.IOException: cut off\nsecond line.",
                failure(() -> Check.raises(ArithmeticException.class, fails)));
    }

    @Test
    void todoFitsWhereverAValueIsExpected() {
        NotYet notYet =
                assertThrows(
                        NotYet.class,
                        () -> {
                            double gradient = Check.todo("write the gradient");
                            assertEquals(0, gradient);
                        });
        assertEquals(
                "Not yet: write the gradient. Replace Check.todo(…) with your answer and run the cell again.",
                notYet.getMessage());
    }

    @Test
    void showsThreeSignificantDigits() {
        assertEquals("1.23e-7", Digits.three(1.23456e-7));
        assertEquals("0.00123", Digits.three(0.0012345));
        assertEquals("1.23e10", Digits.three(12345678901.0));
        assertEquals("12300", Digits.three(12345));
        assertEquals("0", Digits.three(0));
    }

    private static String failure(Runnable check) {
        return assertThrows(CheckFailed.class, check::run).getMessage();
    }

    private static String printed(Runnable check) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            check.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void emptyArraysAreEqual() {
        assertEquals(
                "✓ nothing: equal\n",
                printed(() -> Check.equal("nothing", new float[0], new float[0])));
    }

    @Test
    void comparesTensorsOfTests() {
        Tensor tensor = Tensor.of(EXPECTED);
        assertEquals("✓ t: exact\n", printed(() -> Check.close("t", tensor, EXPECTED)));
    }
}
