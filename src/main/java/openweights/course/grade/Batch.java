package openweights.course.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import openweights.course.grade.submission.Submission;

/**
 * Grades many submissions in several places at once. Results go to a file as they come; a batch
 * that was killed goes on where it was when it is started again.
 */
public final class Batch {

    private final Supplier<Examiner> examiners;
    private final Path file;
    private final String version;

    /**
     * @param examiners makes one for each place
     * @param file the results
     * @param version of the exercise
     */
    public Batch(Supplier<Examiner> examiners, Path file, String version) {
        this.examiners = examiners;
        this.file = file;
        this.version = version;
    }

    /** The submissions that have no result by the present rules. */
    public List<Submission> open(List<Submission> submissions) throws IOException {
        Set<Result.Key> done = ResultsFile.done(file);
        return submissions.stream().filter(each -> !done.contains(key(each))).toList();
    }

    private Result.Key key(Submission submission) {
        return new Result.Key(
                submission.student(), Examiner.hash(submission), version, Result.GRADER);
    }

    /**
     * Grades all of the submissions.
     *
     * @param places how many at a time
     * @param seen is told of each result, one at a time
     */
    public void grade(List<Submission> submissions, int places, Consumer<Result> seen)
            throws IOException {
        Iterator<Submission> queue = submissions.iterator();
        ExecutorService pool = Executors.newFixedThreadPool(places);
        try (ResultsFile results = ResultsFile.open(file)) {
            List<Future<?>> work = new ArrayList<>();
            for (int place = 0; place < places; place++) {
                work.add(pool.submit(() -> work(queue, results, seen)));
            }
            for (Future<?> each : work) {
                await(each);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void work(Iterator<Submission> queue, ResultsFile results, Consumer<Result> seen) {
        try (Examiner examiner = examiners.get()) {
            for (Submission next = next(queue); next != null; next = next(queue)) {
                Result result = examiner.examine(next);
                results.append(result);
                synchronized (seen) {
                    seen.accept(result);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Submission next(Iterator<Submission> queue) {
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
