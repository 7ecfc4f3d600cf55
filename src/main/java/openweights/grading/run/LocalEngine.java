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
import openweights.base.UserException;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.remote.Timeouts;
import openweights.grading.result.Result;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.Submission;
import org.jspecify.annotations.Nullable;

/** Grades on this machine, several submissions at a time. */
public final class LocalEngine implements Engine {

    private final Supplier<Grader> graders;
    private final int parallel;

    /**
     * @param graders creates a grader for each thread
     * @param parallel how many submissions at a time
     */
    public LocalEngine(Supplier<Grader> graders, int parallel) {
        this.graders = graders;
        this.parallel = parallel;
    }

    /** With the usual limits and timeouts. */
    public static LocalEngine of(
            GradingPlan plan, GraderInstallation installation, Sandbox sandbox, int parallel) {
        return new LocalEngine(
                () -> new Grader(plan, sandbox, installation, Limits.DEFAULT, Timeouts.DEFAULT),
                parallel);
    }

    @Override
    public void grade(List<Submission> submissions, Consumer<Result> results) throws IOException {
        Iterator<Submission> queue = submissions.iterator();
        int used = Math.max(1, Math.min(parallel, submissions.size()));
        ExecutorService pool = Executors.newFixedThreadPool(used);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < used; thread++) {
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
        try (Grader grader = graders.get()) {
            for (Submission next = next(queue); next != null; next = next(queue)) {
                results.accept(grader.grade(next));
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
            throw new IOException("Grading was interrupted. Start it again to resume.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            if (e.getCause() instanceof UserException forUser) {
                throw forUser;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
