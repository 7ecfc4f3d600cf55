package openweights.runtime.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import openweights.base.Home;
import openweights.base.TextTable;

/**
 * Kernels of a class of students on one machine: how long each takes to its first product of ND4J,
 * and how much memory it holds then. All stay alive until the last one has answered.
 */
public record KernelClass(List<Member> members) {

    private static final String PRODUCT = "Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)).sumNumber()";

    /**
     * One kernel.
     *
     * @param seconds from its start to its first answer
     * @param processor seconds of processor time until then
     * @param megabytes resident memory after the last kernel's answer; 0 if it is not known here
     * @param share of it, with what several processes share counted in part; 0 if it is not known
     */
    public record Member(double seconds, double processor, long megabytes, long share) {}

    /**
     * Starts kernels one after the other, as students arrive.
     *
     * @throws IOException if one does not start or gives a wrong answer
     */
    public static KernelClass start(Home project, int count) throws IOException {
        List<KernelSession> sessions = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                long begin = System.nanoTime();
                KernelSession kernel = KernelSession.start(project);
                sessions.add(kernel);
                answer(kernel);
                double seconds = (System.nanoTime() - begin) / 1e9;
                members.add(new Member(seconds, kernel.cpuTime().toMillis() / 1e3, 0, 0));
            }
            for (int i = 0; i < count; i++) {
                members.set(i, withMemory(members.get(i), sessions.get(i)));
            }
            return new KernelClass(List.copyOf(members));
        } finally {
            sessions.forEach(KernelSession::close);
        }
    }

    private static Member withMemory(Member member, KernelSession kernel) {
        long all = kernel.residentMemory().orElse(0);
        long share = kernel.proportionalMemory().orElse(0);
        return new Member(member.seconds(), member.processor(), all >> 20, share >> 20);
    }

    private static void answer(KernelSession kernel) throws IOException {
        CellOutcome outcome = kernel.execute(PRODUCT);
        if (!outcome.value().equals("8.0")) {
            throw new IOException("A kernel gave %s instead of 8.0.".formatted(outcome.outputs()));
        }
    }

    /** A table with a line for each kernel, and the sum of their shares of the memory. */
    public String text() {
        TextTable table =
                new TextTable().row("kernel", "first product", "processor", "memory", "its share");
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            table.row(
                    i + 1,
                    String.format(Locale.ROOT, "%.1f s", member.seconds()),
                    String.format(Locale.ROOT, "%.1f s", member.processor()),
                    member.megabytes() + " MB",
                    member.share() + " MB");
        }
        long all = members.stream().mapToLong(Member::share).sum();
        return table + "in all " + all + " MB, with shared files once\n";
    }
}
