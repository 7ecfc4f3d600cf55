package openweights.runtime.doctor;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the doctor wants to know of a Java installation.
 *
 * @param feature such as 17
 * @param bits of an address: 64 or 32
 * @param compiler whether it has {@code javac}, which a JRE lacks
 * @param jshell whether it has the module on which the kernel is built
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

    static final int OLDEST = 17;

    /** The one that runs this program. */
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

    /** Why the course cannot run on it; empty if it can. */
    String fault() {
        if (feature < OLDEST) {
            return "is too old";
        }
        if (!bits.equals("64")) {
            return "is for " + bits + " bit";
        }
        if (!compiler) {
            return "is a JRE: it has no javac";
        }
        return jshell ? "" : "lacks the module jdk.jshell";
    }
}
