package openweights.grading.slurm;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.base.Folders;

/**
 * A Slurm cluster of two one-processor machines, both of which are this machine: Slurm's real
 * programs with their own settings, key and state, all in one folder.
 */
public final class LoopbackCluster {

    private static final List<String> PROGRAMS =
            List.of("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "sinfo");

    private static final String SETTINGS =
            """
            ClusterName=loopback
            SlurmctldHost=%1$s(127.0.0.1)
            SlurmctldPort=%2$d
            SlurmUser=%5$s
            SlurmdUser=%5$s
            AuthType=auth/munge
            AuthInfo=socket=%6$s/munge.socket
            StateSaveLocation=%6$s/state
            SlurmdSpoolDir=%6$s/spool.%%n
            SlurmctldPidFile=%6$s/slurmctld.pid
            SlurmdPidFile=%6$s/slurmd.%%n.pid
            SlurmctldLogFile=%6$s/slurmctld.log
            SlurmdLogFile=%6$s/slurmd.%%n.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            MpiDefault=none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SchedulerParameters=batch_sched_delay=0,sched_min_interval=0
            KillWait=2
            NodeName=n0 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%3$d CPUs=1
            NodeName=n1 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%4$d CPUs=1
            PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
            """;

    /** Directly below the folder for temporary files, because Munge requires a path open to all. */
    private final Path folder = Files.createTempDirectory("openweights-slurm");

    private final Map<String, Process> daemons = new HashMap<>();

    /** What the machines' daemons are started with. */
    private final List<String> view;

    /** Starts the cluster, or skips the test with a message if Slurm is not installed. */
    public LoopbackCluster() throws Exception {
        this(List.of());
    }

    /**
     * As the other one.
     *
     * @param view a command before that of the machines' daemons, such as one that makes jobs see
     *     another file system
     */
    public LoopbackCluster(List<String> view) throws Exception {
        this.view = view;
        require();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Files.createDirectory(folder.resolve("state"));
        Files.writeString(folder.resolve("slurm.conf"), settings());
        startMunge();
        daemons.put("slurmctld", start("slurmctld", "-D", "-c"));
        for (String node : List.of("n0", "n1")) {
            Files.createDirectory(folder.resolve("spool." + node));
            daemons.put(node, machine(node));
        }
        await("two idle machines", () -> run("sinfo", "-h", "-N", "-o", "%T").equals("idle\nidle"));
    }

    private static void require() {
        List<String> missing = PROGRAMS.stream().filter(each -> !isThere(each)).toList();
        if (missing.isEmpty()) {
            return;
        }
        Requirement.SLURM.missing(
                "no Slurm here, %s not found. It comes with Debian's package slurm-wlm."
                        .formatted(missing));
    }

    private static boolean isThere(String program) {
        return Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private String settings() throws IOException {
        String host =
                Files.readString(Path.of("/proc/sys/kernel/hostname"))
                        .strip()
                        .replaceFirst("\\..*", "");
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0);
                ServerSocket three = new ServerSocket(0)) {
            return SETTINGS.formatted(
                    host,
                    one.getLocalPort(),
                    two.getLocalPort(),
                    three.getLocalPort(),
                    System.getProperty("user.name"),
                    folder);
        }
    }

    private void startMunge() throws Exception {
        byte[] key = new byte[1024];
        new SecureRandom().nextBytes(key);
        Path file = Files.write(folder.resolve("munge.key"), key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        daemons.put(
                "munged",
                start(
                        "munged",
                        "--foreground",
                        "--key-file=" + file,
                        "--socket=" + folder.resolve("munge.socket"),
                        "--pid-file=" + folder.resolve("munged.pid"),
                        "--log-file=" + folder.resolve("munged.log"),
                        "--seed-file=" + folder.resolve("munged.seed")));
        await("munge", () -> Files.exists(folder.resolve("munge.socket")));
    }

    /** The configuration by which Slurm's commands find this cluster. */
    public Map<String, String> environment() {
        return Map.of(
                "SLURM_CONF",
                folder.resolve("slurm.conf").toString(),
                "PATH",
                "/usr/bin:/bin:/usr/sbin:/sbin");
    }

    private Process machine(String node) throws IOException {
        List<String> command = new ArrayList<>(view);
        command.addAll(List.of("slurmd", "-D", "-N", node));
        return start(command.toArray(String[]::new));
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(command[0] + command.length + ".out").toFile());
        return builder.start();
    }

    /** The output of a command. */
    public String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    /** The cluster loses a machine; what runs on it may keep running. */
    void lose(String node) throws IOException, InterruptedException {
        daemons.remove(node).destroyForcibly().waitFor();
        run("scontrol", "update", "nodename=" + node, "state=down", "reason=lost");
    }

    /** The machine comes back. */
    void find(String node) throws IOException, InterruptedException {
        daemons.put(node, machine(node));
        run("scontrol", "update", "nodename=" + node, "state=resume");
    }

    /** Slurm delays requeued jobs by two minutes; this makes them start at once. */
    void hurry() throws IOException, InterruptedException {
        String waiting = run("squeue", "--noheader", "--array", "--states=PD", "--format=%i");
        for (String job : waiting.lines().toList()) {
            run("scontrol", "update", "jobid=" + job, "starttime=now");
        }
    }

    /** A condition to wait for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    void await(String what, Condition condition) throws Exception {
        for (int i = 0; i < 1200; i++) {
            if (condition.holds()) {
                return;
            }
            if (!daemons.values().stream().allMatch(Process::isAlive)) {
                break;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("waited in vain for " + what + "\n" + logs());
    }

    private String logs() throws IOException {
        List<String> logs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().matches(".*\\.(log|out)")).toList()) {
                logs.add(file.getFileName() + ":\n" + Files.readString(file));
            }
        }
        return String.join("\n", logs);
    }

    public void close() throws Exception {
        run("scancel", "--user=" + System.getProperty("user.name"));
        for (String each : Arrays.asList("n0", "n1", "slurmctld", "munged")) {
            Process daemon = daemons.get(each);
            if (daemon != null) {
                daemon.destroy();
                daemon.waitFor();
            }
        }
        Folders.delete(folder);
    }
}
