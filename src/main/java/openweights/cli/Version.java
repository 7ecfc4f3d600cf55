package openweights.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import openweights.base.Home;
import picocli.CommandLine.IVersionProvider;

/**
 * What {@code --version} prints. The commit is asked of Git when somebody wants to know: the jar
 * stays the same whoever builds it, and a course without a {@code .git} has none.
 */
final class Version implements IVersionProvider {

    private static final long PATIENCE_SECONDS = 5;

    @Override
    public String[] getVersion() {
        String home = System.getProperty(Home.HOME_PROPERTY, "");
        return new String[] {
            course(Path.of(home)),
            "Java %s (%s)"
                    .formatted(Runtime.version(), System.getProperty("java.vm.vendor", "unknown"))
        };
    }

    static String course(Path home) {
        String number =
                Objects.requireNonNullElse(
                        Main.class.getPackage().getImplementationVersion(), "(not packaged)");
        return "Open weights " + number + commit(home).map(" (commit %s)"::formatted).orElse("");
    }

    /** A folder around the course may be somebody else's repository, so it must have its own. */
    private static Optional<String> commit(Path home) {
        if (!Files.exists(home.resolve(".git"))) {
            return Optional.empty();
        }
        try {
            Process git =
                    new ProcessBuilder(
                                    "git",
                                    "describe",
                                    "--always",
                                    "--exclude=*",
                                    "--abbrev=7",
                                    "--dirty=, with uncommitted changes")
                            .directory(home.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            git.getOutputStream().close();
            if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            String said =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(said).filter(commit -> git.exitValue() == 0 && !commit.isEmpty());
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
