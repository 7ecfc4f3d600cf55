package openweights.cli.course;

import openweights.cli.command.CourseCommand;
import openweights.runtime.doctor.Diagnosis;
import openweights.runtime.doctor.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Check whether this machine is ready for the course, and say what to fix.")
public final class DoctorCommand extends CourseCommand {

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    protected void run() {
        Diagnosis diagnosis = Doctor.check();
        println(json ? diagnosis.json() : diagnosis);
        expect(diagnosis.fine());
    }
}
