package openweights.course.jupyter;

import java.util.List;

/**
 * Looks whether this machine and this folder are ready for the course. In a notebook it looks from
 * inside the kernel, in a terminal from outside.
 */
public final class Doctor {

    private Doctor() {}

    public static Diagnosis check() {
        return check(Project.locate());
    }

    public static Diagnosis check(Project project) {
        return new Diagnosis(
                List.of(
                        Machine.jdk(JavaHome.running()),
                        Machine.nd4j(),
                        Machine.memory(),
                        Machine.disk(project),
                        Installation.python(project),
                        Installation.kernel(project),
                        Installation.notebooks(project),
                        Installation.port()));
    }
}
