package openweights.grading.remote;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;

/** What this machine's sandbox stops, and what bounds the memory of those inside. */
public record ProbeReport(Sandbox sandbox, List<ProbeFinding> findings) {

    /**
     * Probes this machine's sandbox.
     *
     * @throws UserException if there is none, or it does not start
     */
    public static ProbeReport of(GraderInstallation installation) throws IOException {
        Sandbox sandbox = Sandboxes.find();
        return new ProbeReport(sandbox, installation.probe(sandbox));
    }

    /** Whether every attempt to get out was stopped. */
    public boolean holds() {
        return findings.stream().allMatch(ProbeFinding::stopped);
    }

    /** The report for people, in lines. */
    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> finding.row() + "\n")
                .collect(
                        Collectors.joining(
                                "", sandbox.name() + "\nmemory: " + sandbox.bounds() + "\n", ""));
    }
}
