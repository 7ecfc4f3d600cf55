package openweights.runtime.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** What the kernel sends for a value. */
public final class Shown {

    private Shown() {}

    /** A value as HTML. */
    public static String html(Object value) {
        Renderer renderer = new Renderer();
        Displays.register(renderer);
        return (String) renderer.render(value).getData(MIMEType.TEXT_HTML);
    }
}
