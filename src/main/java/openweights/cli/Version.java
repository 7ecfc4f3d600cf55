package openweights.cli;

import java.nio.file.Path;
import java.util.Objects;
import openweights.base.Commit;
import openweights.base.Home;
import picocli.CommandLine.IVersionProvider;

/**
 * What {@code --version} prints. The commit is asked of Git when somebody wants to know: the jar
 * stays the same whoever builds it, and a course without a {@code .git} has none.
 */
final class Version implements IVersionProvider {

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
        return "Open weights " + number + Commit.of(home).map(" (commit %s)"::formatted).orElse("");
    }
}
