package openweights.grading.submission;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a platform names the files of an archive, which tells whose they are. */
public enum SubmissionSource {

    /**
     * {@code name_12345_67890_file.ipynb}, with {@code LATE} before or after the name of a late
     * one. Names may contain numbers, so the last two before the file's own name count. Anonymous
     * students have letters and digits instead of a number.
     */
    CANVAS(
            "(?:.*/)?(?:LATE_)?(?:(?<anon>anon)_(?:LATE_)?(?<code>[A-Za-z0-9]+)|(?<name>[^/]+?)_(?:LATE_)?(?<id>\\d+))_\\d+_(?!\\d+_)[^/]*"),

    /**
     * {@code First Last_1234567_assignsubmission_file_/file.ipynb}, or the same with the file's
     * name in place of the folder; a group has no number.
     */
    MOODLE(
            "(?:.*/)?(?<name>[^/]+?)(?:_(?<id>\\d+))?_assignsubmission_file(?:_?/(?:[^/]+/)*|_)[^/]*"),

    /** {@code submission_123456/file.ipynb}. */
    GRADESCOPE("(?:.*/)?(?<name>submission)_(?<id>\\d+)/(?:[^/]+/)*[^/]*"),

    /**
     * {@code student/file.ipynb} in the folder of a hub. Files count from the moment at which they
     * were last changed by the system's clock, which a student cannot turn back. Not in folders of
     * the student's own, which could become links while they are read.
     */
    HUB("(?<name>[^/]+)/[^/]*"),

    /** {@code student/file.ipynb} or {@code student.ipynb}. */
    FOLDER("(?:(?<name>[^/]+)/(?:[^/]+/)*[^/]*|(?<id>[^/]+))");

    private static final List<String> GROUPS = List.of("name", "id", "anon", "code");

    private final Pattern pattern;

    SubmissionSource(String pattern) {
        this.pattern = Pattern.compile(pattern + FileNames.ENDING);
    }

    /** Whose file it is; empty if its name does not have this form. */
    Optional<String> student(String file) {
        Matcher match = pattern.matcher(file.replace('\\', '/'));
        if (!match.matches()) {
            return Optional.empty();
        }
        String student =
                GROUPS.stream()
                        .filter(group -> pattern.pattern().contains("?<" + group + ">"))
                        .map(match::group)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("_"));
        return Optional.of(student);
    }

    /** How the platform names a notebook. */
    public String example() {
        return switch (this) {
            case CANVAS -> "leeann_101_9001_x.ipynb";
            case MOODLE -> "Ann Lee_1234567_assignsubmission_file_/x.ipynb";
            case GRADESCOPE -> "submission_3000/x.ipynb";
            case HUB -> "ann/x.ipynb";
            case FOLDER -> "ann/x.ipynb or ann.ipynb";
        };
    }

    /** Why a file is left out. */
    String objection(String file) {
        if (!FileNames.isNotebook(file)) {
            return "not a notebook (*.ipynb).";
        }
        return "not named as %s names students' notebooks. Is it from another platform? See --from."
                .formatted(name().toLowerCase(Locale.ROOT));
    }
}
