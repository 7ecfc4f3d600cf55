package openweights.cli;

import java.nio.file.Path;
import openweights.base.CourseVersion;
import openweights.base.Home;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String home = System.getProperty(Home.HOME_PROPERTY, "");
        String vendor = System.getProperty("java.vm.vendor", "unknown");
        return new String[] {
            CourseVersion.of(Path.of(home)), "Java %s (%s)".formatted(Runtime.version(), vendor)
        };
    }
}
