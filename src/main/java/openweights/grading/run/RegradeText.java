package openweights.grading.run;

import java.util.List;
import java.util.stream.Collectors;
import openweights.base.TerminalText;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.run.Regrade.Decision;
import openweights.grading.run.Regrade.Policy;

/**
 * What grading again found and decided, as lines for a terminal.
 *
 * @param folder of the exercise
 */
public record RegradeText(GradingFolder folder, Policy policy) {

    /** That there was nothing to do. */
    public String upToDate(Regrade regrade) {
        return "nothing to do: all %d were graded by these tests and this grader%n"
                .formatted(regrade.total());
    }

    /** Why a student keeps the points, without a line's end. */
    public String unavailable(Result result) {
        return "%s keeps the points: %s is gone, or is not what was graded. Put it back, or grade the new one: %s"
                .formatted(
                        TerminalText.printable(result.student()),
                        result.file(),
                        folder.command("grade"));
    }

    /** Each change that anybody notices, and how many gain and lose. */
    public String decisions(List<Decision> decisions) {
        long gain = decisions.stream().filter(each -> each.change().gain() > 0).count();
        long lose = decisions.stream().filter(each -> each.change().gain() < 0).count();
        return decisions.stream()
                        .filter(each -> !each.change().isSilent())
                        .map(RegradeText::line)
                        .collect(Collectors.joining())
                + "%d graded again: %d gain, %d lose%s, %d stay%n"
                        .formatted(
                                decisions.size(),
                                gain,
                                lose,
                                policy == Policy.NEVER_LOWER && lose > 0
                                        ? " and keep what they had"
                                        : "",
                                decisions.size() - gain - lose);
    }

    private static String line(Decision decision) {
        return "%s: %s%s%n"
                .formatted(
                        TerminalText.printable(decision.change().student()),
                        decision.change().summary(),
                        decision.keepsOld() ? "; keeps the old points" : "");
    }
}
