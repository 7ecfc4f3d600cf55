package openweights.engine.math.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PoolTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void visitsEveryNumberOnce(int threads) {
        try (Pool pool = new Pool(threads)) {
            for (int round = 0; round < 200; round++) {
                for (int n : new int[] {0, 1, 2, 7, 100, 1001}) {
                    AtomicIntegerArray seen = new AtomicIntegerArray(n);
                    pool.each(n, 1 + round % 9, (from, to) -> count(seen, from, to));
                    pool.guided(n, 1 + round % 9, (from, to) -> count(seen, from, to));
                    for (int i = 0; i < n; i++) {
                        assertEquals(2, seen.get(i));
                    }
                }
            }
        }
    }

    private static void count(AtomicIntegerArray seen, int from, int to) {
        for (int i = from; i < to; i++) {
            seen.incrementAndGet(i);
        }
    }

    @Test
    void aloneEveryLoopStaysOnTheCallingThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Pool pool = new Pool(4)) {
            Pool.Range body = (from, to) -> threads.add(Thread.currentThread());
            assertEquals(
                    "done",
                    Pool.alone(
                            () -> {
                                pool.each(1000, 1, body);
                                assertThrows(
                                        IllegalStateException.class, () -> Pool.alone(this::fail));
                                pool.guided(1000, 1, body);
                                return "done";
                            }));
            assertEquals(Set.of(Thread.currentThread()), threads);

            CountDownLatch two = new CountDownLatch(2); // that only two threads can count down
            pool.each(2, 1, (from, to) -> awaitBoth(two));
        }
    }

    private Object fail() {
        throw new IllegalStateException();
    }

    private static void awaitBoth(CountDownLatch latch) {
        latch.countDown();
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void guidedRangesShrinkToTheMinimumInMultiplesOfIt() {
        NavigableMap<Integer, Integer> sizes = new ConcurrentSkipListMap<>();
        try (Pool pool = new Pool(2)) {
            pool.guided(1000, 8, (from, to) -> sizes.put(from, to - from));
        }
        // 3/8 of 1000, then of what is left, and so on, each rounded down to a multiple of 8
        assertEquals(
                List.of(368, 232, 144, 96, 56, 32, 24, 16, 8, 8, 8, 8),
                List.copyOf(sizes.values()));
    }

    @Test
    void worksOnSeveralThreadsAtOnce() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        try (Pool pool = new Pool(2)) {
            pool.each(
                    2,
                    1,
                    (from, to) -> {
                        threads.add(Thread.currentThread());
                        both.countDown();
                        await(both);
                    });
        }
        assertEquals(2, threads.size());
    }

    @Test
    void rethrowsTheFailureOfARange() {
        try (Pool pool = new Pool(2)) {
            for (int bad = 0; bad < 8; bad++) {
                int one = bad;
                var thrown =
                        assertThrows(
                                IllegalStateException.class,
                                () -> pool.each(8, 1, (from, to) -> refuse(one, from)));
                assertEquals("number " + bad, thrown.getMessage());
            }
            assertThrows(
                    StackOverflowError.class,
                    () ->
                            pool.each(
                                    4,
                                    1,
                                    (from, to) -> {
                                        throw new StackOverflowError();
                                    }));
            AtomicInteger sum = new AtomicInteger();
            pool.each(10, 1, (from, to) -> sum.addAndGet(from));
            assertEquals(45, sum.get());
        }
    }

    private static void refuse(int bad, int number) {
        if (number == bad) {
            throw new IllegalStateException("number " + number);
        }
    }

    @Test
    void runsNestedWorkOnOneThread() {
        try (Pool pool = new Pool(3)) {
            AtomicInteger done = new AtomicInteger();
            pool.each(
                    6,
                    1,
                    (from, to) -> {
                        Thread outer = Thread.currentThread();
                        pool.each(
                                50,
                                1,
                                (a, b) -> {
                                    assertEquals(outer, Thread.currentThread());
                                    done.addAndGet(b - a);
                                });
                    });
            assertEquals(300, done.get());
        }
    }

    @Test
    void servesConcurrentCallers() throws InterruptedException {
        try (Pool pool = new Pool(2)) {
            AtomicInteger done = new AtomicInteger();
            Thread[] callers = new Thread[4];
            for (int c = 0; c < callers.length; c++) {
                callers[c] =
                        new Thread(
                                () -> {
                                    for (int i = 0; i < 500; i++) {
                                        pool.each(20, 3, (a, b) -> done.addAndGet(b - a));
                                    }
                                });
                callers[c].start();
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertEquals(4 * 500 * 20, done.get());
        }
    }

    @Test
    void finishesWhenInterruptedAndKeepsTheFlag() {
        try (Pool pool = new Pool(2)) {
            AtomicInteger done = new AtomicInteger();
            Thread.currentThread().interrupt();
            pool.each(
                    4,
                    1,
                    (from, to) -> {
                        busy();
                        done.incrementAndGet();
                    });
            assertTrue(Thread.interrupted());
            assertEquals(4, done.get());
        }
    }

    /**
     * Helpers whose processor is taken away; a machine that is really busy only makes them later.
     */
    @Test
    void worksAloneWhileHelpersAreLate() {
        Thread caller = Thread.currentThread();
        int helped = 0;
        try (Pool pool = new Pool(2)) {
            for (int loop = 0; loop < Lateness.LOOPS_ALONE; loop++) {
                AtomicBoolean late = new AtomicBoolean();
                pool.each(
                        2,
                        1,
                        (from, to) -> {
                            busy();
                            if (Thread.currentThread() != caller) {
                                late.set(true);
                                LockSupport.parkNanos(20_000_000);
                            }
                        });
                helped += late.get() ? 1 : 0;
            }
        }
        assertTrue(helped < Lateness.LOOPS_ALONE / 4, helped + " loops waited for a late helper");
    }

    @Test
    void wakesUpAfterALongSleep() throws InterruptedException {
        try (Pool pool = new Pool(2)) {
            for (int i = 0; i < 5; i++) {
                Thread.sleep(20);
                AtomicInteger done = new AtomicInteger();
                pool.each(64, 1, (a, b) -> done.addAndGet(b - a));
                assertEquals(64, done.get());
            }
        }
    }

    @Test
    void worksAloneWhenClosed() {
        Pool pool = new Pool(2);
        pool.close();
        AtomicInteger done = new AtomicInteger();
        pool.each(64, 1, (a, b) -> done.addAndGet(b - a));
        assertEquals(64, done.get());
    }

    @Test
    void refusesZeroThreads() {
        var thrown = assertThrows(UserException.class, () -> new Pool(0));
        assertEquals("0 threads are too few. Give 1 or more.", thrown.getMessage());
    }

    private static void busy() {
        long end = System.nanoTime() + 2_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
