package openweights.grading.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.ProtocolException;
import openweights.grading.sandbox.Jail;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Unsandboxed;

/**
 * Makes the archives from which the programs in the sandbox start several times faster, by running
 * them once, outside of it, on cells of our own. Submissions can read them and not write them.
 */
public final class Archives {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final List<String> CELLS =
            List.of(
                    "double[] w = {1, 2};\ndouble dot(double[] a, double[] b) { double s = 0; for (int i = 0; i < a.length; i++) s += a[i] * b[i]; return s; }",
                    "record Pair(int x, String y) {}\nMap<String, Integer> count(List<String> all) { System.out.println(all); return new TreeMap<>(all.stream().collect(Collectors.toMap(x -> x, String::length))); }");

    private final Programs programs;
    private final GraderInstallation installation;

    private Archives(GraderInstallation installation) {
        this.installation = installation;
        programs = new Programs(installation, Limits.DEFAULT);
    }

    /** Makes them unless they are there. Without them everything works, slower. */
    public static void make(GraderInstallation installation) throws IOException {
        Path archives = installation.archives();
        if (archives == null || Files.exists(archives.resolve("student.jsa"))) {
            return;
        }
        Files.createDirectories(archives);
        try {
            new Archives(installation).run();
        } catch (ProtocolException | LostProcess e) {
            throw new GraderFault("The programs of the sandbox do not run: " + e.getMessage(), e);
        }
    }

    private void run() throws ProtocolException {
        Conversation compiler = start("compiler", programs.compiler());
        Conversation student = start("student", programs.student());
        compiler.ask(Message.of("open", installation.prelude()), TIMEOUT);
        student.ask(Message.of("fresh"), TIMEOUT);
        for (String cell : CELLS) {
            CompiledCell compiled =
                    CompiledCell.of(compiler.ask(Message.of("cell", cell), TIMEOUT));
            student.ask(Message.of("run", compiled.steps()), TIMEOUT);
        }
        CompiledCell expression =
                CompiledCell.of(
                        compiler.ask(Message.of("expression", "new Pair(1, \"a\")"), TIMEOUT));
        student.ask(Message.of("evaluate", expression.steps()), TIMEOUT);
        student.ask(Message.of("get", "w"), TIMEOUT);
        student.ask(Message.of("call", "dot", List.of(new double[] {1}, List.of(2.0))), TIMEOUT);
        student.ask(Message.of("call", "count", List.of(List.of("a"))), TIMEOUT);
        student.ask(Message.of("call", "none", List.of()), TIMEOUT);
        student.ask(Message.of("fresh"), TIMEOUT);
        compiler.hangUp(TIMEOUT);
        student.hangUp(TIMEOUT);
    }

    private Conversation start(String name, Jail program) {
        return new Conversation(new Unsandboxed(), programs.archiving(program, name));
    }
}
