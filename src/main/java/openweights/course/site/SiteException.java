package openweights.course.site;

import java.util.List;
import openweights.base.UserException;

/** The site cannot be written. The message lists every problem. */
public final class SiteException extends UserException {

    private static final long serialVersionUID = 1L;

    SiteException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
