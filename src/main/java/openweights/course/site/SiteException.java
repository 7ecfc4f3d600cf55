package openweights.course.site;

import java.util.List;

/** The pages cannot be written; the message has one paragraph per problem. */
public final class SiteException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SiteException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
