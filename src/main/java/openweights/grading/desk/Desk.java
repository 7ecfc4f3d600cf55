package openweights.grading.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import openweights.base.Sha256;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Journal;
import openweights.grading.group.AnswerGroups;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.roster.Person;
import openweights.grading.roster.Roster;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.score.ManualSheet;
import org.jspecify.annotations.Nullable;

/** An exercise that is being graded by hand. Reads the files again when they have changed. */
public final class Desk {

    private static final int KEY_LENGTH = 10;

    private final Exercise exercise;
    private final GradingFolder folder;
    private final String by;
    private final Submissions submissions;
    private final AnswerGroups groups;
    private volatile boolean namesHidden;

    private String decisionsStamp = "";
    private Decisions decisions = Decisions.of(List.of());
    private String resultsStamp = "";
    private Collection<Result> results = List.of();
    private String stamp = "";
    private @Nullable Cohort cohort;

    /**
     * @param by who grades, for the history; blanks around the name do not make another grader
     * @throws UserException if the name is blank
     */
    public Desk(Exercise exercise, GradingFolder folder, String by, boolean namesHidden) {
        this.exercise = exercise;
        this.folder = folder;
        this.by = by.strip();
        if (this.by.isEmpty()) {
            throw new UserException(
                    "The desk needs the name of who grades, and it is blank. Give one: --as NAME");
        }
        this.namesHidden = namesHidden;
        submissions = new Submissions(exercise);
        groups = new AnswerGroups(submissions);
    }

    Exercise exercise() {
        return exercise;
    }

    GradingFolder folder() {
        return folder;
    }

    String by() {
        return by;
    }

    Submissions submissions() {
        return submissions;
    }

    AnswerGroups groups() {
        return groups;
    }

    boolean namesHidden() {
        return namesHidden;
    }

    void hideNames(boolean hidden) {
        namesHidden = hidden;
    }

    /** Everybody, as the files say now. */
    synchronized Cohort cohort() throws IOException {
        String now =
                stampOf(folder.results())
                        + stampOf(folder.attempts())
                        + stampOf(folder.doubleMarking())
                        + stampOf(folder.decisions());
        if (!now.equals(decisionsStamp)) {
            decisions = new Journal(folder.decisions()).decisions().seenBy(by);
            decisionsStamp = now;
        }
        String chosen =
                stampOf(folder.results()) + stampOf(folder.attempts()) + decisions.attempts();
        if (!chosen.equals(resultsStamp)) {
            results = folder.latest(decisions);
            resultsStamp = chosen;
            submissions.forgetFailures();
        }
        String all =
                now
                        + stampOf(folder.manualSheet())
                        + stampOf(folder.latePolicy())
                        + stampOf(rosterFile())
                        + namesHidden;
        Cohort known = cohort;
        if (known == null || !all.equals(stamp)) {
            known = read();
            cohort = known;
            stamp = all;
        }
        return known;
    }

    /** Begins to look for equal answers, which takes seconds for a thousand students. */
    void prepare() {
        Thread thread = new Thread(this::findGroups, "equal answers");
        thread.setDaemon(true);
        thread.start();
    }

    private void findGroups() {
        try {
            Cohort now = cohort();
            for (String question : now.questions()) {
                groups.of(now.standings().stream().map(Standing::result).toList(), question);
            }
        } catch (IOException | UserException e) {
            // Whoever opens the page is told.
        }
    }

    private Cohort read() throws IOException {
        Grades grades = Grades.of(results, folder, decisions);
        Roster roster = Roster.read(rosterFile());
        List<Standing> standings = new ArrayList<>();
        for (Grade grade : grades.all()) {
            String key = Sha256.of(folder.path().getFileName() + "\n" + grade.student());
            String name = roster.of(grade.student()).map(Person::name).orElse(grade.student());
            standings.add(
                    new Standing(
                            key.substring(0, KEY_LENGTH),
                            name,
                            grade,
                            decisions.checked(grade.student(), grade.result().submission()),
                            decisions.isSample() && decisions.isDouble(grade.student())));
        }
        List<String> absent =
                roster.absent(grades.all().stream().map(Grade::student).toList()).stream()
                        .map(Person::name)
                        .toList();
        return Cohort.of(
                ordered(standings),
                decisions,
                ManualSheet.read(folder.manualSheet()),
                namesHidden ? List.of() : absent,
                grades.findings());
    }

    /** While names are hidden, neither they nor their order show. */
    private List<Standing> ordered(List<Standing> standings) {
        if (!namesHidden) {
            standings.sort(Comparator.comparing(Standing::name, String.CASE_INSENSITIVE_ORDER));
            return standings;
        }
        standings.sort(Comparator.comparing(Standing::key));
        List<Standing> numbered = new ArrayList<>();
        for (Standing each : standings) {
            numbered.add(
                    new Standing(
                            each.key(),
                            "Student " + (numbered.size() + 1),
                            each.grade(),
                            each.checked(),
                            each.drawn()));
        }
        return numbered;
    }

    private Path rosterFile() {
        return Roster.file(folder.path().resolveSibling(""));
    }

    /** What somebody decides, given how everything stands at that moment. */
    interface Ruling {

        /**
         * The changes; none if nothing is to change.
         *
         * @throws Refusal if it cannot be decided like this
         */
        List<Change> changes(Cohort now) throws IOException;
    }

    /**
     * Writes a decision down. Nobody else, at this desk or another one, decides anything meanwhile.
     *
     * @return whether anything was to change
     */
    boolean decide(Ruling ruling) throws IOException {
        Journal journal = new Journal(folder.decisions());
        return journal.append(by, () -> ruling.changes(cohort())).isPresent();
    }

    private static String stampOf(Path file) throws IOException {
        return Files.exists(file)
                ? "%d %s;".formatted(Files.size(file), Files.getLastModifiedTime(file))
                : "-;";
    }
}
