package openweights.cli.course;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import openweights.runtime.doctor.Diagnosis;
import openweights.runtime.doctor.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Look whether this machine is ready for the course, and say what to do.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Diagnosis diagnosis = Doctor.check();
        System.out.println(json ? json(diagnosis) : diagnosis.toString());
        return diagnosis.fine() ? 0 : 1;
    }

    private static String json(Diagnosis diagnosis) throws IOException {
        Map<String, Object> content =
                Map.of("fine", diagnosis.fine(), "findings", diagnosis.findings());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(content);
    }
}
