package openweights.grading.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import openweights.base.TemporaryFolder;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.protocol.ProtocolException;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.SandboxSpec;
import openweights.grading.sandbox.Unsandboxed;

/**
 * Creates the class data sharing archives that let the programs in the sandbox start several times
 * faster: runs each program once, outside the sandbox, on cells of our own. Submissions can read
 * the archives and not write them.
 */
final class Archives {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** What students' code uses is loaded from the archives, too. */
    private static final String BUSY =
            """
            String busy(int n) {
                Random random = new Random(n);
                double[] x = IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
                double mean = Arrays.stream(x).map(v -> v * v).filter(v -> v > 0).average().orElse(0);
                int sum = IntStream.of(1, 2).map(v -> v + 1).sum() + Stream.of(1).mapToInt(v -> v).sum();
                Map<Boolean, List<Double>> parts =
                        Arrays.stream(x).boxed().collect(Collectors.groupingBy(v -> v > mean));
                Set<String> names = new HashSet<>(new TreeSet<>(List.of("a")));
                List<String> words = new ArrayList<>(List.of("b a".toUpperCase().split(" +")));
                words.sort(Comparator.comparing(String::length).reversed());
                try {
                    Integer.parseInt("x");
                } catch (NumberFormatException e) {
                    words.add(e.getMessage());
                }
                String text = new StringBuilder("a b").reverse().toString().replaceAll("b *", "");
                return String.format("%.2f %d %s", mean, sum, parts) + names + words + text;
            }
            """;

    private static final List<String> CELLS =
            List.of(
                    BUSY,
                    "int unanswered() { throw new UnsupportedOperationException(\"q1\"); }",
                    "double[] w = {1, 2};\ndouble dot(double[] a, double[] b) { double s = 0; for (int i = 0; i < a.length; i++) s += a[i] * b[i]; return s; }",
                    "record Pair(int x, String y) {}\nMap<String, Integer> count(List<String> all) { System.out.println(all); return new TreeMap<>(all.stream().collect(Collectors.toMap(x -> x, String::length))); }");

    private final Programs programs;
    private final GraderInstallation installation;
    private final Path scratch;

    private Archives(GraderInstallation installation, Path scratch) {
        this.installation = installation;
        this.scratch = scratch;
        programs = new Programs(installation, Limits.DEFAULT);
    }

    /** Creates the archives unless they exist. Everything works without them, but slower. */
    static void make(GraderInstallation installation) throws IOException {
        Path archives = installation.archives();
        if (archives == null || Files.exists(archives.resolve("student.jsa"))) {
            return;
        }
        Files.createDirectories(archives);
        try (TemporaryFolder scratch = TemporaryFolder.create("openweights-scratch")) {
            Files.createDirectory(scratch.path().resolve("folder"));
            new Archives(installation, scratch.path()).run();
        } catch (ProtocolException | LostProcess e) {
            throw new GraderFault("The programs of the sandbox do not run: " + e.getMessage(), e);
        }
    }

    private void run() throws ProtocolException {
        Conversation compiler = start("compiler", programs.compiler());
        Conversation student = start("student", programs.student());
        compiler.ask(Message.of(MessageType.OPEN, installation.prelude()), TIMEOUT);
        student.ask(Message.of(MessageType.RESET), TIMEOUT);
        for (String cell : CELLS) {
            Message compiled = compiler.ask(Message.of(MessageType.CELL, cell), TIMEOUT);
            student.ask(Message.of(MessageType.RUN, CompiledCell.of(compiled).steps()), TIMEOUT);
        }
        Message expression =
                compiler.ask(Message.of(MessageType.EXPRESSION, "new Pair(1, \"a\")"), TIMEOUT);
        student.ask(Message.of(MessageType.EVALUATE, CompiledCell.of(expression).steps()), TIMEOUT);
        student.ask(Message.of(MessageType.GET, "w"), TIMEOUT);
        student.ask(call("dot", new double[] {1}, List.of(2.0)), TIMEOUT);
        student.ask(call("count", List.of("a")), TIMEOUT);
        student.ask(call("busy", 5), TIMEOUT);
        student.ask(call("unanswered"), TIMEOUT);
        student.ask(call("none"), TIMEOUT);
        student.ask(Message.of(MessageType.EXISTS, "Pair"), TIMEOUT);
        student.ask(Message.of(MessageType.SIGNATURES, "dot"), TIMEOUT);
        student.ask(Message.of(MessageType.ARGUMENTS), TIMEOUT);
        student.ask(Message.of(MessageType.RESET), TIMEOUT);
        compiler.shutDown(TIMEOUT);
        student.shutDown(TIMEOUT);
    }

    private static Message call(String method, Object... arguments) {
        return Message.of(MessageType.CALL, method, List.of(arguments));
    }

    private Conversation start(String name, SandboxSpec program) {
        return new Conversation(new Unsandboxed(), programs.archiving(program, name, scratch));
    }
}
