package openweights.platform;

import java.io.IOException;
import java.nio.file.Path;
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
        Autograder autograder = new Autograder(Path.of(arguments[0]));
        if (arguments.length > 1) {
            installation();
            return;
        }
        try {
            GraderInstallation installation = installation();
            autograder.grade(installation, Isolation.find(installation, System.out));
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            autograder.say(FAULT);
        }
    }

    private static GraderInstallation installation() throws IOException {
        return GraderInstallation.of(Home.locate(), CellImports.all());
    }
}
