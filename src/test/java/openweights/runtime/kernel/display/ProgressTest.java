package openweights.runtime.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import openweights.chart.LineChart;
import org.junit.jupiter.api.Test;

/** Live outputs on a screen that records what was drawn, with a clock that the test sets. */
class ProgressTest {

    private static final long MILLISECOND = 1_000_000;

    private final List<String> drawn = new ArrayList<>();
    private final Screen screen = (id, rendition, first) -> drawn.add(rendition.text());
    private long now;

    @Test
    void returnsEachItemOnce() {
        List<Integer> seen = new ArrayList<>();
        for (int i : Progress.range("Counting", 3, 6)) {
            seen.add(i);
        }
        assertEquals(List.of(3, 4, 5, 6), seen);
        assertFalse(Progress.of("none", 0).iterator().hasNext());
    }

    @Test
    void drawsAtMostEightTimesASecondAndAlwaysTheEnd() {
        run(1000, 10);
        assertTrue(drawn.size() > 70 && drawn.size() <= 82, "drawn: " + drawn.size());
        assertEquals("✓ Training: 1,000 of 1,000", drawn.get(drawn.size() - 1));
    }

    @Test
    void showsRateAndRemainingTimeWhileRunning() {
        run(1000, 100);
        assertTrue(
                drawn.contains("Training: 500 of 1,000 · 10 per second · 50 s left"),
                drawn.toString());
    }

    @Test
    void leavesNoMeasuredTimeWhenTheLoopIsLeft() {
        for (int i : progress(1000)) {
            now += 200 * MILLISECOND;
            if (i == 299) {
                break;
            }
        }
        LiveOutput.settleAll();
        assertEquals("stopped: Training: 300 of 1,000", drawn.get(drawn.size() - 1));
        int before = drawn.size();
        LiveOutput.settleAll();
        assertEquals(before, drawn.size(), "settled once");
    }

    @Test
    void liveChartDrawsItsLastStateOnce() {
        AtomicInteger pictures = new AtomicInteger();
        try (LiveChart live = new LiveChart(screen, () -> now)) {
            for (int i = 0; i < 100; i++) {
                int step = i;
                now += 10 * MILLISECOND;
                live.update(
                        () -> {
                            pictures.incrementAndGet();
                            return LineChart.of("").line("l", step, 1).alt("Step " + step + ".");
                        });
            }
        }
        assertEquals("Step 99.", drawn.get(drawn.size() - 1));
        assertTrue(drawn.size() >= 4 && drawn.size() <= 6, drawn.toString());
        assertEquals(drawn.size(), pictures.get(), "states that are not drawn cost nothing");
    }

    @Test
    void slowDrawingHappensLessOften() {
        Screen slow =
                (id, rendition, first) -> {
                    drawn.add(rendition.text());
                    now += 1000 * MILLISECOND;
                };
        for (int i : new Progress<>("Slow", Collections.nCopies(100, 1), 100, slow, () -> now)) {
            now += i * 100 * MILLISECOND;
        }
        assertTrue(drawn.size() <= 6, "at most a quarter of the time: " + drawn.size());
    }

    @Test
    void formatsRatesInSuitableUnits() {
        assertEquals("2.5 s each", Pace.rate(0.4));
        assertEquals("4.0 per second", Pace.rate(4));
        assertEquals("12,500 per second", Pace.rate(12500));
        assertEquals("1 min 30 s", Pace.duration(89.5));
        assertEquals("2 h 0 min", Pace.duration(7200));
    }

    @Test
    void showsNothingOutsideANotebook() {
        assertEquals(Screen.NOWHERE, Screen.current());
    }

    private void run(int count, int milliseconds) {
        for (int i : progress(count)) {
            now += (i < 0 ? 0 : milliseconds) * MILLISECOND;
        }
    }

    private Progress<Integer> progress(int count) {
        List<Integer> items = IntStream.range(0, count).boxed().toList();
        return new Progress<>("Training", items, count, screen, () -> now);
    }
}
