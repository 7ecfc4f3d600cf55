package openweights.course.site.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import openweights.course.site.markup.MarkupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w_1 \\cdot x         | <msub><mi>w</mi><mn>1</mn></msub><mo>·</mo><mi>x</mi>",
                "\\text{the sum} < 2b | <mtext>the sum</mtext><mo>&lt;</mo><mn>2</mn><mi>b</mi>",
                "\\frac{1}{1 + e^{-s}} | <mfrac><mrow><mn>1</mn></mrow><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>s</mi></mrow></msup></mrow></mfrac>",
                "x_i^2               | <msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
                "x^2_i               | <msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
                "w^*                 | <msup><mi>w</mi><mo>∗</mo></msup>",
                "\\ln \\sigma(s)     | <mi mathvariant=\"normal\">ln</mi><mspace width=\"0.17em\"/><mi>σ</mi><mo>(</mo><mi>s</mi><mo>)</mo>",
                "\\ln(2)             | <mi mathvariant=\"normal\">ln</mi><mo>(</mo><mn>2</mn><mo>)</mo>",
            })
    void rendersTheNotationOfTheLessons(String tex, String row) {
        assertEquals("<math><mrow>" + row + "</mrow></math>", Formula.mathml(tex, false));
    }

    @Test
    void putsLimitsBelowOnlyInDisplayedFormulas() {
        assertTrue(Formula.mathml("\\sum_{i} x", true).contains("<munder><mo>∑</mo>"));
        assertTrue(Formula.mathml("\\sum_{i} x", false).contains("<msub><mo>∑</mo>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\foo x   | \\foo",
                "\\frac{1} | end",
                "{a        | closing",
                "a}        | unmatched",
                "a__b      | wrong place",
                "\\text a  | {",
                "x^        | end",
            })
    void reportsUnsupportedNotation(String tex, String named) {
        String message =
                assertThrows(MarkupException.class, () -> Formula.mathml(tex, false)).getMessage();
        assertTrue(message.contains(named) && message.contains(tex), message);
    }
}
