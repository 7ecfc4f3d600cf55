package openweights.runtime.kernel;

import openweights.runtime.kernel.cell.NullValue;
import openweights.runtime.kernel.error.Names;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** JJava's renderer, extended to show null, to name types as they were written, and to be brief. */
final class CourseRenderer extends Renderer {

    /** How many characters of a value's text are shown. */
    private static final int LONGEST = 100_000;

    @Override
    public DisplayData render(Object value) {
        return readable(super.render(NullValue.orValue(value)));
    }

    @Override
    public DisplayData renderAs(Object value, String... types) {
        return readable(super.renderAs(NullValue.orValue(value), types));
    }

    private static DisplayData readable(DisplayData data) {
        if (data.getData(MIMEType.TEXT_PLAIN) instanceof String text) {
            String plain = Names.withoutWrappers(text);
            String brief =
                    plain.length() <= LONGEST
                            ? plain
                            : "%s … (%,d characters in all)"
                                    .formatted(plain.substring(0, LONGEST), plain.length());
            if (!brief.equals(text)) {
                data.putText(brief);
            }
        }
        return data;
    }
}
