package openweights.grading.autograder;

import java.io.IOException;
import java.io.PrintStream;
import openweights.base.UserException;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.sandbox.OtherUser;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;

/** The best isolation that a container permits. */
public final class Isolation {

    private Isolation() {}

    /**
     * The sandbox of namespaces if it holds here, otherwise another user.
     *
     * @param log is told which one is in force, and what each attempt to get out ended with
     * @throws UserException if not even another user can run a program
     */
    public static Sandbox find(GraderInstallation installation, PrintStream log)
            throws IOException {
        try {
            Sandbox tested = installation.testedSandbox();
            log.println("Isolation: " + tested.name() + "; it stopped all attempts to get out.");
            return tested;
        } catch (UserException e) {
            log.println("No namespaces: " + e.getMessage());
        }
        Sandbox user = new OtherUser();
        log.println("Isolation: " + user.name());
        for (ProbeFinding each : installation.probe(user)) {
            log.println(each.row());
        }
        return user;
    }
}
