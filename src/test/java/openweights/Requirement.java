package openweights;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What some tests need besides Java. Where it is missing, a test is skipped and says why; with
 * {@code -Dopenweights.require=venv,sandbox} a test that lacks one of these fails instead, so that
 * it cannot vanish unnoticed. Continuous integration requires all that its system can have.
 */
public enum Requirement {
    /** The Python environment with JupyterLab, made by {@code ./course lab --set-up-only}. */
    VENV,
    /** Chromium and ChromeDriver. */
    BROWSER,
    /** Bubblewrap, and a kernel that allows its namespaces. */
    SANDBOX,
    /** Control groups that this process may make: root, or a delegated part of the tree. */
    CONTROL_GROUPS,
    /** The right to become other users, as in a container. */
    ROOT,
    /** npm, which installs the proxy of a JupyterHub. */
    HUB,
    /** Slurm's daemons, for a cluster on loopback. */
    SLURM,
    /** nbgrader, which is installed by pip when it is missing. */
    NBGRADER,
    /** Jupyter's tests of kernels, which are installed by pip when they are missing. */
    KERNEL_TEST,
    /**
     * papermill, jupytext, nbdime, and Notebook 7, which are installed by pip when they are
     * missing.
     */
    FRONT_ENDS,
    /** Wine, which runs the launcher for Windows. */
    WINE,
    /** The released model that {@code ./course lab} fetches. */
    MODEL,
    /** npm's node-llama-cpp, in the folder that the variable LLAMA_CPP_FOLDER names. */
    LLAMA_CPP,
    /** A JDK of each version that the course is tested on. */
    JDKS;

    /** Skips the test, or fails it if it must run here. */
    public void missing(String why) {
        if (isRequired()) {
            fail(why);
        }
        System.out.println("SKIPPED: " + why);
        abort(why);
    }

    /** Does nothing if it is there; otherwise as {@link #missing}. */
    public void check(boolean there, String why) {
        if (!there) {
            missing(why);
        }
    }

    /** Whether this machine must have it. */
    public boolean isRequired() {
        List<String> required =
                Arrays.asList(System.getProperty("openweights.require", "").split(","));
        return required.contains(name().toLowerCase(Locale.ROOT));
    }
}
