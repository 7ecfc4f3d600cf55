package openweights.grading.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.AtomicFile;
import openweights.grading.roster.Roster;
import openweights.grading.score.Grade;
import openweights.grading.score.GroupGrades;
import openweights.grading.submission.FileNames;

/** A folder with a page for each student. */
public record FeedbackFolder(Path folder) {

    /**
     * Writes the pages. Members of a group, who handed in together, get one each, and the group
     * gets none.
     *
     * @return how many pages
     */
    public int write(Feedback feedback, List<Grade> grades, Roster roster) throws IOException {
        List<GroupGrades.Shared> pages = GroupGrades.named(grades, roster);
        for (GroupGrades.Shared each : pages) {
            String group = each.grade().student();
            if (!each.name().equals(group)) {
                Files.deleteIfExists(file(group));
            }
            AtomicFile.write(file(each.name()), feedback.page(each.grade(), each.name()));
        }
        return pages.size();
    }

    private Path file(String name) {
        return folder.resolve(FileNames.safe(name) + ".html");
    }
}
