package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose a file is, by the name that a platform gave it. */
class SubmissionSourceTest {

    @Test
    void knowsHowPlatformsNameFiles() {
        assertEquals(
                Optional.of("doejane_12345"),
                SubmissionSource.CANVAS.student("doejane_LATE_12345_678_01-neuron-2.ipynb"));
        assertEquals(
                Optional.of("Jane Doe_7"),
                SubmissionSource.MOODLE.student("Jane Doe_7_assignsubmission_file_/neuron.ipynb"));
        assertEquals(
                Optional.of("submission_99"),
                SubmissionSource.GRADESCOPE.student("assignment_1_export/submission_99/a.ipynb"));
        assertEquals(Optional.of("ann"), SubmissionSource.FOLDER.student("ann/week 1/a.ipynb"));
        assertEquals(Optional.of("ann"), SubmissionSource.FOLDER.student("ann.ipynb"));
        assertEquals(Optional.empty(), SubmissionSource.CANVAS.student("readme.txt"));
    }

    @Test
    void knowsTheNamesOfAnonymousAndLateStudentsAndOfGroups() {
        Map<String, String> canvas =
                Map.of(
                        "anon_6tRqL_9001_x.ipynb", "anon_6tRqL",
                        "LATE_anon_6tRqL_9001_x.ipynb", "anon_6tRqL",
                        "van_dykeann_101_9001_x.ipynb", "van_dykeann_101",
                        "projectgroup_3_103_9003_x.ipynb", "projectgroup_3_103",
                        "leeann_LATE_104_9004_01-two-layers-1.ipynb", "leeann_104");
        canvas.forEach(
                (file, student) ->
                        assertEquals(Optional.of(student), SubmissionSource.CANVAS.student(file)));
        Map<String, String> moodle =
                Map.of(
                        "Ann Lee_1234567_assignsubmission_file_x.ipynb", "Ann Lee_1234567",
                        "Ann Lee_1234567_assignsubmission_file/x.ipynb", "Ann Lee_1234567",
                        "Default group_assignsubmission_file/x.ipynb", "Default group",
                        "Default group_assignsubmission_file_x.ipynb", "Default group");
        moodle.forEach(
                (file, student) ->
                        assertEquals(Optional.of(student), SubmissionSource.MOODLE.student(file)));
    }
}
