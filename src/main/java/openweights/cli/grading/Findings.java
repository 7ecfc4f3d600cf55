package openweights.cli.grading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Findings that need attention: each is printed, and any of them makes the exit code 1. */
@Command
final class Findings {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private boolean any;

    void add(String finding) {
        command.commandLine().getErr().println(finding);
        any = true;
    }

    boolean any() {
        return any;
    }
}
