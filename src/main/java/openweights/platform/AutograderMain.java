package openweights.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import openweights.grading.autograder.Autograder;
import openweights.grading.autograder.Isolation;
import openweights.grading.remote.GraderInstallation;
import openweights.runtime.kernel.CellImports;

/** What {@code setup.sh} and {@code run_autograder} start in Gradescope's container. */
public final class AutograderMain {

    private static final String FAULT =
            "The autograder could not grade this submission. That is a fault of its installation"
                    + " and not of your notebook; tell your instructor. Nothing is lost: the submission"
                    + " can be graded again.";

    private AutograderMain() {}

    /**
     * @param arguments the folder {@code /autograder} and, to prepare the image only, {@code
     *     --warm-up}
     */
    public static void main(String[] arguments) throws IOException {
        Path place = Path.of(arguments[0]);
        Autograder autograder = new Autograder(place);
        if (arguments.length > 1) {
            installation(place);
            return;
        }
        try {
            GraderInstallation installation = installation(place);
            autograder.grade(installation, Isolation.find(installation, System.out));
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            autograder.say(FAULT);
        }
    }

    /** The tests are in the place itself; the course beside it is only the program. */
    private static GraderInstallation installation(Path place) throws IOException {
        return GraderInstallation.of(Home.locate(), CellImports.all()).hidingOnly(List.of(place));
    }
}
