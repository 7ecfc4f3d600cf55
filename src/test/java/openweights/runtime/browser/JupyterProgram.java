package openweights.runtime.browser;

import java.nio.file.Path;
import java.util.Map;

/**
 * A program that serves notebooks to a browser.
 *
 * @param module of Python
 * @param page where its addresses of notebooks begin
 * @param environment in addition to what every server here has
 */
record JupyterProgram(String module, String page, Map<String, String> environment) {

    static final JupyterProgram LAB = new JupyterProgram("jupyterlab", "doc/tree", Map.of());

    /**
     * Notebook 7.
     *
     * @param packages the folder that it is installed in
     */
    static JupyterProgram notebook(Path packages) {
        Map<String, String> environment =
                Map.of(
                        "PYTHONPATH", packages.toString(),
                        "PYTHONDONTWRITEBYTECODE", "1",
                        "JUPYTER_PATH", packages.resolve("share/jupyter").toString());
        return new JupyterProgram("notebook", "notebooks", environment);
    }
}
