package openweights.grading.student;

import java.io.IOException;
import openweights.grading.protocol.RequestLoop;

/** Runs a student's code and answers requests about it until the grader hangs up. */
public final class StudentMain {

    /** Exit code of the process when the student's code has printed too much. */
    public static final int TOO_MUCH_OUTPUT = 97;

    private StudentMain() {}

    public static void main(String[] arguments) throws IOException {
        RequestLoop.run(new RequestHandler()::answer);
    }
}
