package openweights.course.grade.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import openweights.course.grade.protocol.Message;
import openweights.course.grade.protocol.ProtocolException;
import openweights.course.grade.sandbox.Jail;
import openweights.course.grade.sandbox.Limits;
import openweights.course.grade.sandbox.Unsandboxed;

/**
 * Makes the archives from which the programs in the sandbox start several times faster, by running
 * them once, outside of it, on cells of our own. Submissions can read them and not write them.
 */
public final class Archives {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> CELLS =
            List.of(
                    "double[] w = {1, 2};\ndouble dot(double[] a, double[] b) { double s = 0; for (int i = 0; i < a.length; i++) s += a[i] * b[i]; return s; }",
                    "record Pair(int x, String y) {}\nMap<String, Integer> count(List<String> all) { System.out.println(all); return new TreeMap<>(all.stream().collect(Collectors.toMap(x -> x, String::length))); }");

    private final Programs programs;
    private final Installation installation;

    private Archives(Installation installation) {
        this.installation = installation;
        programs = new Programs(installation, Limits.USUAL);
    }

    /** Makes them unless they are there. Without them everything works, slower. */
    public static void make(Installation installation) throws IOException {
        if (Files.exists(installation.archives().resolve("student.jsa"))) {
            return;
        }
        Files.createDirectories(installation.archives());
        try {
            new Archives(installation).run();
        } catch (ProtocolException | LostProcess e) {
            throw new GraderFault("The programs of the sandbox do not run: " + e.getMessage(), e);
        }
    }

    private void run() throws ProtocolException {
        Conversation compiler = start("compiler", programs.compiler());
        Conversation student = start("student", programs.student());
        compiler.ask(Message.of("open", installation.prelude()), PATIENCE);
        student.ask(Message.of("fresh"), PATIENCE);
        for (String cell : CELLS) {
            CompiledCell compiled =
                    CompiledCell.of(compiler.ask(Message.of("cell", cell), PATIENCE));
            student.ask(Message.of("run", compiled.steps()), PATIENCE);
        }
        CompiledCell expression =
                CompiledCell.of(
                        compiler.ask(Message.of("expression", "new Pair(1, \"a\")"), PATIENCE));
        student.ask(Message.of("evaluate", expression.steps()), PATIENCE);
        student.ask(Message.of("get", "w"), PATIENCE);
        student.ask(Message.of("call", "dot", List.of(new double[] {1}, List.of(2.0))), PATIENCE);
        student.ask(Message.of("call", "count", List.of(List.of("a"))), PATIENCE);
        student.ask(Message.of("call", "none", List.of()), PATIENCE);
        student.ask(Message.of("fresh"), PATIENCE);
        compiler.hangUp(PATIENCE);
        student.hangUp(PATIENCE);
    }

    private Conversation start(String name, Jail program) {
        return new Conversation(new Unsandboxed(), programs.archiving(program, name));
    }
}
