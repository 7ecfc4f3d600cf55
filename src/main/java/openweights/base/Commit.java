package openweights.base;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which commit a Git working tree is at. */
public final class Commit {

    private static final long TIMEOUT_SECONDS = 5;

    private Commit() {}

    /**
     * The short hash, and whether files differ from it; empty if this folder is not the root of a
     * working tree, or there is no Git. A folder around it may be somebody else's repository, so it
     * does not count.
     */
    public static Optional<String> of(Path home) {
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
            if (!git.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
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
