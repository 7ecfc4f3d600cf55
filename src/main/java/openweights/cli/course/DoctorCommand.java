package openweights.cli.course;

import java.util.Map;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.runtime.doctor.Diagnosis;
import openweights.runtime.doctor.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Check whether this machine is ready for the course, and say what to fix.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        Diagnosis diagnosis = Doctor.check();
        System.out.println(
                json
                        ? Json.pretty(
                                Map.of("fine", diagnosis.fine(), "findings", diagnosis.findings()))
                        : diagnosis.toString());
        return diagnosis.fine() ? 0 : 1;
    }
}
