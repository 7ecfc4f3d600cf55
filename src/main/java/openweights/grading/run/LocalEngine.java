package openweights.grading.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import openweights.grading.result.Result;
import openweights.grading.submission.Submission;
import org.jspecify.annotations.Nullable;

/** Grades on this machine, in several places at once. */
public final class LocalEngine implements Engine {

    private final Supplier<Grader> examiners;
    private final int places;

    /**
     * @param examiners makes one for each place
     * @param places how many submissions at a time
     */
    public LocalEngine(Supplier<Grader> examiners, int places) {
        this.examiners = examiners;
        this.places = places;
    }

    @Override
    public void grade(List<Submission> submissions, Consumer<Result> results) throws IOException {
        Iterator<Submission> queue = submissions.iterator();
        int used = Math.max(1, Math.min(places, submissions.size()));
        ExecutorService pool = Executors.newFixedThreadPool(used);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int place = 0; place < used; place++) {
                work.add(pool.submit(() -> work(queue, results)));
            }
            for (Future<?> each : work) {
                await(each);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void work(Iterator<Submission> queue, Consumer<Result> results) {
        try (Grader examiner = examiners.get()) {
            for (Submission next = next(queue); next != null; next = next(queue)) {
                results.accept(examiner.examine(next));
            }
        }
    }

    private static @Nullable Submission next(Iterator<Submission> queue) {
        synchronized (queue) {
            return queue.hasNext() ? queue.next() : null;
        }
    }

    private static void await(Future<?> work) throws IOException {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Grading was interrupted; start it again to go on.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
