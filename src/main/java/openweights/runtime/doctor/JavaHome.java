package openweights.runtime.doctor;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The properties of a Java installation that matter to the course.
 *
 * @param feature the feature release, such as 17
 * @param bits 64 or 32
 * @param compiler whether it has {@code javac}, which a JRE lacks
 * @param jshell whether it has the module {@code jdk.jshell}, which the kernel needs
 */
record JavaHome(
        int feature,
        String version,
        String vendor,
        String architecture,
        String bits,
        Path home,
        boolean compiler,
        boolean jshell) {

    static final int MIN_FEATURE = 17;

    /** The installation that runs this program. */
    static JavaHome running() {
        Path home = Path.of(System.getProperty("java.home"));
        return new JavaHome(
                Runtime.version().feature(),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("os.arch"),
                System.getProperty("sun.arch.data.model", "64"),
                home,
                Files.exists(home.resolve("bin/javac"))
                        || Files.exists(home.resolve("bin/javac.exe")),
                ModuleFinder.ofSystem().find("jdk.jshell").isPresent());
    }

    /** Why the course cannot run on this installation; empty if it can. */
    String fault() {
        if (feature < MIN_FEATURE) {
            return "is too old";
        }
        if (!bits.equals("64")) {
            return "is a " + bits + "-bit JDK";
        }
        if (!compiler) {
            return "is a JRE, which has no javac";
        }
        return jshell ? "" : "lacks the module jdk.jshell";
    }
}
