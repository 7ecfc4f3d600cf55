package openweights.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Home;
import openweights.runtime.setup.Steps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub's configuration, as JupyterHub's own Python reads it. */
class HubSettingsIT {

    @TempDir private static Path folder;

    @BeforeAll
    static void installJupyterHub() throws Exception {
        HubIT.requireHub();
        new HubPrograms(Home.locate(), folder, Steps.SILENT).install();
    }

    /** A misspelled setting would be ignored in silence. */
    @Test
    void namesRealSettings() throws Exception {
        for (String start : List.of("try", "users", "systemd", "docker", "slurm")) {
            Path file = configuration("settings-" + start).resolve("jupyterhub_config.py");
            String text = Files.readString(file);
            Files.writeString(
                    file,
                    text.replace("= \"try\"", "= \"" + start + "\"")
                            .replace("WEBSITES = \"\"", "WEBSITES = \"https://hub.test\"")
                            .replace("students.require_user", "# ")
                            .replace("students.require_port", "# "));
        }
        Path script = Path.of("src/test/python/hub_settings.py").toAbsolutePath();
        assertEquals("all settings are known\n", python("" + script, "" + folder));
    }

    /** A trial as root would give the machine to whoever knows the password in the file. */
    @Test
    void rootRunsEveryHubButATrial() throws Exception {
        String script =
                """
                import os
                import sys
                sys.path.insert(0, sys.argv[1])
                import students
                for start, user in (("try", 0), ("try", 1000), ("systemd", 0), ("systemd", 1000)):
                    os.getuid = lambda: user
                    try:
                        students.require_user(start)
                        print(start, user)
                    except SystemExit as refusal:
                        assert f'START is "{start}"' in str(refusal)
                """;
        String started = python("-c", script, configuration("user").toString());
        assertEquals("try 1000\nsystemd 0\n", started);
    }

    /** JupyterHub takes them, and no browser finds the servers. */
    @Test
    void refusesWhatIsNoWebsite() throws Exception {
        String script =
                """
                import sys
                sys.path.insert(0, sys.argv[1])
                import students
                for address in sys.argv[2:]:
                    try:
                        students.require_website(address)
                        print(address)
                    except SystemExit as refusal:
                        assert f'WEBSITES is "{address}"' in str(refusal)
                """;
        String taken =
                python(
                        "-c",
                        script,
                        configuration("websites").toString(),
                        "hub.example.org",
                        "https://",
                        "ftp://hub.example.org",
                        " https://hub.example.org",
                        "https://hub.example.org/",
                        "https://hub.example.org/hub",
                        "https://h\u00fcb.example.org",
                        "https://*.example.org",
                        "https://127.0.0.1",
                        "https://a hub.example.org",
                        "https://hub.example.org:8443",
                        "http://xn--hb-xka.localhost");
        assertEquals("https://hub.example.org:8443\nhttp://xn--hb-xka.localhost\n", taken);
    }

    private static Path configuration(String name) throws IOException {
        HubFolder hub = new HubFolder(Home.locate(), folder.resolve(name));
        hub.write();
        return hub.folder();
    }

    private static String python(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Home.locate().python().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
