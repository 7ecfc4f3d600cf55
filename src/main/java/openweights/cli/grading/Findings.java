package openweights.cli.grading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a command found that somebody must look at: it is printed, and the command ends with 1. */
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
