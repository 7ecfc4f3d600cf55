package openweights.runtime.doctor;

import java.util.ArrayList;
import java.util.List;
import openweights.base.Home;

/**
 * Checks whether this machine and this folder are ready for the course, from inside the kernel in a
 * notebook and from outside in a terminal.
 */
public final class Doctor {

    private Doctor() {}

    public static Diagnosis check() {
        return check(Home.locate());
    }

    public static Diagnosis check(Home project) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Machine.jdk(JavaHome.running()));
        findings.add(Machine.nd4j());
        findings.add(Machine.memory());
        findings.add(Machine.disk(project));
        findings.add(InstallationCheck.python(project));
        findings.add(InstallationCheck.kernel(project));
        findings.add(InstallationCheck.notebooks(project));
        findings.add(InstallationCheck.port());
        Machine.options(System.getenv()).ifPresent(findings::add);
        return new Diagnosis(findings);
    }
}
