package openweights.course.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void toleratesTheLastDigitsOfAnotherProcessor() {
        same("loss 0.123456", "loss 0.123457");
        same("[0.5, -1.25e-3]", "[0.5, -1.2501e-3]");
        same("after 12.50 s", "after 12.51 s");
        same("max difference 1.2e-7", "max difference 4.7e-8");
        same("<td>0.999</td>", "<td>1.000</td>");
    }

    @Test
    void detectsAChangedNumber() {
        differs("loss 0.12", "loss 0.13");
        differs("loss 0.123", "loss 0.125");
        differs("loss 1.5e-3", "loss 1.5e-4");
        differs("loss 0.5", "loss -0.5");
        differs("loss 0.5", "loss 5");
    }

    @Test
    void wholeNumbersMustBeEqual() {
        differs("100000 bytes", "100001 bytes");
        differs("13 weights", "14 weights");
        differs("shape [2, 3]", "shape [3, 2]");
        differs("007", "7");
    }

    @Test
    void wordsMustBeEqual() {
        differs("loss 0.5 fell", "loss 0.5 rose");
        differs("1.5", "1.5 ");
        differs("NaN", "0.1");
        same("", "");
    }

    @Test
    void picturesInMarkupAreCompared() {
        String one = "<img alt=\"a\" src=\"%s\">".formatted(PicturesTest.chart(50, 0));
        same(one, "<img alt=\"a\" src=\"%s\">".formatted(PicturesTest.chart(50, 3)));
        differs(one, "<img alt=\"a\" src=\"%s\">".formatted(PicturesTest.chart(80, 0)));
        differs(one, one.replace("alt=\"a\"", "alt=\"b\""));
    }

    private static void same(String one, String other) {
        assertTrue(Likeness.holds(one, other));
        assertTrue(Likeness.holds(other, one));
    }

    private static void differs(String one, String other) {
        assertFalse(Likeness.holds(one, other));
        assertFalse(Likeness.holds(other, one));
    }
}
