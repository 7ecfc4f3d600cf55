package openweights.grading.run;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import openweights.grading.result.Result;
import openweights.grading.submission.Submission;

/** A way to grade many submissions: on this machine or on a cluster. */
public interface Engine {

    /**
     * Grades all of the submissions.
     *
     * @param results receives each result as it comes, possibly from several threads
     */
    void grade(List<Submission> submissions, Consumer<Result> results) throws IOException;
}
