package openweights.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import openweights.base.Folders;
import openweights.base.Home;
import openweights.grading.slurm.LoopbackCluster;
import org.junit.jupiter.api.Test;

/** A student's server is a job of a real cluster, on which a cell runs. */
class HubOnSlurmIT {

    /** What differs on a cluster of one machine, whose name is not that of its node. */
    private static final String ONE_MACHINE =
            """
            c.JupyterHub.hub_connect_ip = "127.0.0.1"
            c.SlurmSpawner.state_exechost_exp = "127.0.0.1"
            c.SlurmSpawner.req_nprocs = "1"
            c.SlurmSpawner.req_memory = ""
            c.Spawner.env_keep = ["PATH", "LANG", "SLURM_CONF"]
            """;

    @Test
    void aServerIsAJob() throws Exception {
        HubIT.requireHub();
        Path homes = Files.createTempDirectory("openweights-homes");
        Files.setPosixFilePermissions(homes, PosixFilePermissions.fromString("rwxr-xr-x"));
        LoopbackCluster cluster = new LoopbackCluster(OpenFolders.view(Home.locate()));
        try (UnixStudents students = new UnixStudents(homes, 1);
                TestHub hub = new TestHub("slurm", cluster.environment(), ONE_MACHINE)) {
            hub.start();
            String name = students.names().get(0);
            HubStudent student = new HubStudent(hub.address(), name);
            student.logIn(students.password());
            student.start(hub::isAlive);
            String jobs = cluster.run("squeue", "--noheader", "--format=%j %u %T");
            assertEquals("spawner-jupyterhub %s RUNNING".formatted(name), jobs);
            HubKernel kernel = student.kernel("00-ready/00-ready.ipynb");
            assertEquals(
                    name,
                    kernel.execute("System.getProperty(\"user.name\")")
                            .path(0)
                            .path("data")
                            .path("text/plain")
                            .asText());
            cluster.run("scancel", "--user=" + name);
        } finally {
            cluster.close();
            Folders.delete(homes);
        }
    }
}
