package openweights.grading.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.report.GradingProgress;
import openweights.grading.report.ReviewNotice;
import openweights.grading.result.GradingFolder;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.submission.Snapshots;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;

/** Grades what a class has handed in for an exercise, and says how it goes. */
public final class ClassGrading {

    private final GradingFolder folder;
    private final Batch batch;
    private final List<Submission> last;
    private final List<Submission> submissions;

    private ClassGrading(
            GradingFolder folder,
            Batch batch,
            List<Submission> last,
            List<Submission> submissions) {
        this.folder = folder;
        this.batch = batch;
        this.last = last;
        this.submissions = submissions;
    }

    /**
     * Finds the submissions and keeps copies of them. Earlier attempts are among them if one of
     * those may count.
     *
     * @param paths notebooks, or folders of students; if there are none, what was collected
     * @throws UserException if there are no submissions
     */
    public static ClassGrading of(Exercise exercise, GradingFolder folder, List<Path> paths)
            throws IOException {
        if (paths.isEmpty() && !Files.isDirectory(folder.collected())) {
            throw new UserException(
                    "nothing was collected for %s. Name submissions, or collect them first: %s"
                            .formatted(exercise.id(), folder.command("collect", "ARCHIVE")));
        }
        Snapshots snapshots = new Snapshots(folder.snapshots());
        List<Submission> last =
                snapshots.take(SubmissionFinder.find(paths, folder.collected(), exercise.id()));
        List<Submission> all = new ArrayList<>(last);
        if (paths.isEmpty() && folder.attemptPolicy().needsAll()) {
            all.addAll(snapshots.take(SubmissionFinder.earlier(last, folder.collected())));
        }
        return new ClassGrading(folder, new Batch(folder.results(), exercise.version()), last, all);
    }

    /**
     * Grades those that have no result yet.
     *
     * @param out for what was graded, and what is left to do
     * @param err for the progress
     * @return whether all of them have points that are final and by the present rules
     */
    public boolean grade(Engine engine, PrintWriter out, PrintWriter err) throws IOException {
        Batch.Plan plan = batch.plan(submissions);
        submissions.stream()
                .filter(each -> !each.note().isEmpty())
                .forEach(each -> note(each, err));
        if (plan.done() > 0) {
            err.printf("graded already: %d of %d%n", plan.done(), submissions.size());
        }
        GradingProgress progress = new GradingProgress(plan.open().size(), err);
        batch.grade(engine, plan.open(), progress);
        batch.recount(last);
        progress.summary(out);
        out.println("results: " + folder.results());
        remind(plan.outdated(), out);
        Set<String> students =
                submissions.stream().map(Submission::student).collect(Collectors.toSet());
        List<Grade> unsettled = Grades.of(folder).open(students);
        ReviewNotice.print(unsettled, folder, out);
        return unsettled.isEmpty() && plan.outdated().isEmpty();
    }

    private static void note(Submission submission, PrintWriter err) {
        err.printf(
                "%s: %s%n",
                TerminalText.printable(submission.student()),
                TerminalText.printable(submission.note()));
    }

    /** Points never change without notice: regrading is a separate command. */
    private void remind(List<Submission> outdated, PrintWriter out) {
        if (!outdated.isEmpty()) {
            out.printf(
                    "%d %s points that other tests or an older grader gave, such as %s. See who gains and who loses: %s%n",
                    outdated.size(),
                    outdated.size() == 1 ? "keeps" : "keep",
                    TerminalText.printable(outdated.get(0).student()),
                    folder.command("regrade"));
        }
    }
}
