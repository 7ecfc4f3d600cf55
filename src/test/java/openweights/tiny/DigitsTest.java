package openweights.tiny;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class DigitsTest {

    /** The counts are those that the data set's own description gives for its test part. */
    @Test
    void holdsAsManyOfEachDigitAsItsDescriptionSays() {
        Digits digits = Digits.shuffled(1);
        assertEquals(1797, digits.count());
        int[] counts = new int[10];
        Arrays.stream(digits.labels()).forEach(label -> counts[label]++);
        assertArrayEquals(new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, counts);
    }

    @Test
    void pixelsGoFromWhiteToInk() {
        Digits digits = Digits.shuffled(1);
        assertEquals(0, digits.X().minNumber().doubleValue());
        assertEquals(1, digits.X().maxNumber().doubleValue());
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherOneDoesNot() {
        int[] labels = Digits.shuffled(1).labels();
        assertArrayEquals(labels, Digits.shuffled(1).labels());
        assertTrue(!Arrays.equals(labels, Digits.shuffled(2).labels()));
    }

    @Test
    void partsAndChoicesKeepImagesWithTheirLabels() {
        Digits all = Digits.shuffled(3);
        Digits part = all.part(100, 110);
        Digits some = all.only(107, 101);
        assertEquals(10, part.count());
        assertEquals(all.labels()[107], some.labels()[0]);
        assertArrayEquals(all.image(107)[3], some.image(0)[3]);
        assertArrayEquals(part.image(1)[5], some.image(1)[5]);
    }

    @Test
    void oneHotRowsPointAtTheirDigit() {
        Digits few = Digits.shuffled(1).part(0, 20);
        assertEquals(Nd4j.ones(20, 1), few.oneHot().sum(true, 1));
        assertEquals(1, few.oneHot().getDouble(7, few.labels()[7]));
    }

    @Test
    void refusesWhatIsNoImage() {
        var e = assertThrows(IllegalArgumentException.class, () -> Digits.image(Nd4j.zeros(1, 63)));
        assertEquals(
                "An image of a digit has 64 pixels, but there are 63 numbers in the shape [1, 63].",
                e.getMessage());
    }
}
