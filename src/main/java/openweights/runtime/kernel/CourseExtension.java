package openweights.runtime.kernel;

import openweights.runtime.kernel.display.Displays;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The extension that JJava finds on the class path; it installs the renderers. */
public final class CourseExtension implements Extension {

    @Override
    public void install(BaseKernel kernel) {
        try {
            Displays.register(kernel);
        } catch (RuntimeException | LinkageError problem) {
            System.err.println("The course's extension could not be installed: " + problem);
        }
    }
}
