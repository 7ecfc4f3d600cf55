package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliderTest {

    @Test
    void drawsAPictureForEachValueOfAnyKind() {
        Slider rates = Slider.of("rate", new double[] {0.1, 1e-5, 2}, rate -> chart(rate));
        assertEquals(List.of("0.1", "1e-5", "2"), values(rates));
        assertEquals("rate = 0.1", rates.words(rates.stops().get(0)));
        assertEquals("t. Line chart. l: rises from 0 at 0 to 2 at 1.", alt(rates, 2));

        Slider steps = Slider.of("step", new int[] {-1, 12345}, step -> chart(step));
        assertEquals(List.of("−1", "12,345"), values(steps));
        assertEquals("t. Line chart. l: rises from 0 at 0 to 12,350 at 1.", alt(steps, 1));

        Slider samplers =
                Slider.of("sampler", List.of("greedy", "T = 1"), name -> chart(name.length()));
        assertEquals(List.of("greedy", "T = 1"), values(samplers));
    }

    @Test
    void beginsWhereItIsToldTo() {
        Slider slider = Slider.of("n", new int[] {1, 2, 3}, n -> chart(n));
        assertEquals(0, slider.start());
        assertEquals(2, slider.start(2).playable().start());
        assertTrue(slider.playable().start(2).isPlayable());
        assertFalse(slider.isPlayable());
    }

    @Test
    void describesItsFirstAndItsLastPicture() {
        assertEquals(
                """
                Slider over n: 1, 2, 3.
                n = 1: t. Line chart. l: rises from 0 at 0 to 1 at 1.
                n = 3: t. Line chart. l: rises from 0 at 0 to 3 at 1.\
                """,
                Slider.of("n", new int[] {1, 2, 3}, n -> chart(n)).description());
        assertEquals(
                2,
                Slider.of("n", new int[] {5}, n -> chart(n)).description().lines().count(),
                "one picture is described once");
    }

    @Test
    void refusesWhatCannotBeASlider() {
        refuses("The slider has no name", () -> Slider.of(" ", new int[] {1}, n -> chart(n)));
        refuses("has 0 values. Give it 1 to 40", () -> Slider.of("n", new int[0], n -> chart(n)));
        int[] many = IntStream.range(0, 41).toArray();
        refuses("has 41 values. Give it 1 to 40", () -> Slider.of("n", many, n -> chart(n)));
        double[] alike = {0.12341, 0.12342};
        refuses("shows \"0.1234\" twice", () -> Slider.of("n", alike, n -> chart(n)));
        refuses("without a text", () -> Slider.of("n", List.of(""), n -> chart(1)));
        Slider slider = Slider.of("n", new int[] {1, 2}, n -> chart(n));
        refuses("no position 2. Its positions are 0 to 1", () -> slider.start(2));
    }

    private static void refuses(String words, Runnable slider) {
        String message = assertThrows(IllegalArgumentException.class, slider::run).getMessage();
        assertTrue(message.contains(words), message);
    }

    private static LineChart chart(double top) {
        return LineChart.of("t").line("l", 0, top);
    }

    private static List<String> values(Slider slider) {
        return slider.stops().stream().map(Slider.Stop::value).toList();
    }

    private static String alt(Slider slider, int position) {
        return slider.stops().get(position).figure().alt();
    }
}
