package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagramTest {

    private static Diagram layer() {
        return Diagram.of("A layer")
                .kind("numbers of the text")
                .box("x", 0, 0)
                .box("sum", 0, 2)
                .kind("weights")
                .box("W", 0, 1);
    }

    @Test
    void saysWhatIsConnectedWithWhat() {
        Diagram connected = layer().arrow("x", "W").arrow("W", "sum").around("x", "sum");

        assertEquals(
                "A layer. Diagram. numbers of the text: x, sum. weights: W."
                        + " Arrows: x to W; W to sum; x to sum.",
                connected.figure().alt());
    }

    @Test
    void whatFollowsTheNumberSignIsNotShown() {
        String alt = layer().box("W#2", 0, 3).arrow("sum", "W#2").figure().alt();

        assertTrue(alt.endsWith("weights: W, W. Arrows: sum to W."), alt);
    }

    @Test
    void refusesTwoBoxesOfOneName() {
        Diagram diagram = layer();

        assertEquals(
                "There are two boxes \"W\". Name one of them \"W#2\": what follows # is not shown.",
                assertThrows(IllegalArgumentException.class, () -> diagram.box("W", 1, 1))
                        .getMessage());
    }

    @Test
    void refusesAnArrowToNowhere() {
        Diagram diagram = layer();

        assertEquals(
                "There is no box \"y\" yet, only [x, sum, W]. Add boxes before their arrows.",
                assertThrows(IllegalArgumentException.class, () -> diagram.arrow("x", "y"))
                        .getMessage());
    }

    @Test
    void isWideEnoughForItsLegend() {
        String kind = "a kind with a name that is much longer than one box is wide";

        assertTrue(Diagram.of("").kind(kind).box("x", 0, 0).figure().width() > 350);
    }

    @Test
    void anArrowThatGoesAroundPassesTheBoxesBetweenAtTheirLeft() {
        Diagram boxes = layer().box("above", 1, 0).box("below", 1, 2);
        BufferedImage without = boxes.figure().image();
        BufferedImage with = boxes.around("above", "below").figure().image();
        int middle = (DiagramPainting.TOP + Diagram.ROW_HEIGHT * 3 / 2) * Figure.SCALE;

        int first =
                IntStream.range(0, with.getWidth())
                        .filter(x -> with.getRGB(x, middle) != without.getRGB(x, middle))
                        .findFirst()
                        .orElseThrow();
        int leftOfBox = (DiagramPainting.SIDE + 9) * Figure.SCALE;

        assertTrue(first < leftOfBox, "the arrow is at " + first + ", the box at " + leftOfBox);
    }
}
