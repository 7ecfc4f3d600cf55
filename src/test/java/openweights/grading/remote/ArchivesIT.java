package openweights.grading.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.run.SampleExercise;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.SandboxSpec;
import openweights.grading.sandbox.Unsandboxed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student's process starts for each submission, twice, so it must find its classes prepared. */
class ArchivesIT {

    /** As JDK 17 and JDK 25 say it. */
    private static final String ANOTHER_ADDRESS = ".*ArchiveRelocationMode( ==|:) 1.*";

    @TempDir private Path folder;

    /** What the virtual machine says of its archive and of each class, until the first request. */
    private List<String> start() throws IOException {
        SandboxSpec program = new Programs(SampleExercise.installation(), Limits.DEFAULT).student();
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Path log = folder.resolve("start.log");
        List<String> command = new ArrayList<>(List.of("env", "SCRATCH=" + scratch));
        command.addAll(program.command());
        command.add(command.indexOf("-cp"), "-Xlog:class+load,cds:file=" + log);
        SandboxSpec logged = new SandboxSpec(program.mounts(), command, program.limits());
        try (Conversation student = new Conversation(new Unsandboxed(), logged)) {
            student.ask(Message.of(MessageType.RESET), Duration.ofSeconds(60));
        }
        return Files.readAllLines(log);
    }

    @Test
    void takesTheCoursesClassesFromTheArchiveWhereItWasLaidOut() throws IOException {
        List<String> lines = start();
        List<String> loaded =
                lines.stream().filter(line -> line.contains(" openweights.")).toList();
        assertEquals(
                List.of(),
                loaded.stream().filter(line -> !line.contains("shared objects file")).toList());
        assertEquals(
                List.of(), lines.stream().filter(line -> line.matches(ANOTHER_ADDRESS)).toList());
        assertEquals(
                1, loaded.stream().filter(line -> line.contains(".StudentMain source")).count());
    }
}
