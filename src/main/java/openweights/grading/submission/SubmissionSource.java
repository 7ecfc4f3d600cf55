package openweights.grading.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a platform names the files of an archive, which tells whose they are. */
public enum SubmissionSource {

    /** {@code name_12345_67890_file.ipynb}, with {@code LATE} after the name of a late one. */
    CANVAS("(?:.*/)?(?<name>[^/_]+)_(?:LATE_)?(?<id>\\d+)_\\d+_[^/]*\\.ipynb"),

    /** {@code First Last_1234567_assignsubmission_file_/file.ipynb}. */
    MOODLE("(?:.*/)?(?<name>[^/]+)_(?<id>\\d+)_assignsubmission_file_?/(?:[^/]+/)*[^/]*\\.ipynb"),

    /** {@code submission_123456/file.ipynb}. */
    GRADESCOPE("(?:.*/)?(?<name>submission)_(?<id>\\d+)/(?:[^/]+/)*[^/]*\\.ipynb"),

    /** {@code student/file.ipynb} or {@code student.ipynb}. */
    FOLDER("(?:(?<name>[^/]+)/(?:[^/]+/)*[^/]*|(?<id>[^/]+))\\.ipynb");

    private final Pattern pattern;

    SubmissionSource(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whose file it is; empty if its name does not have this form. */
    Optional<String> student(String file) {
        Matcher match = pattern.matcher(file.replace('\\', '/'));
        if (!match.matches()) {
            return Optional.empty();
        }
        String name = match.group("name");
        String id = match.group("id");
        return Optional.of(name == null ? id : id == null ? name : name + "_" + id);
    }
}
