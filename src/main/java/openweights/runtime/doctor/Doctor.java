package openweights.runtime.doctor;

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
        return new Diagnosis(
                List.of(
                        Machine.jdk(JavaHome.running()),
                        Machine.nd4j(),
                        Machine.memory(),
                        Machine.disk(project),
                        InstallationCheck.python(project),
                        InstallationCheck.kernel(project),
                        InstallationCheck.notebooks(project),
                        InstallationCheck.port()));
    }
}
