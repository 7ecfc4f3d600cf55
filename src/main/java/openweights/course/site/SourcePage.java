package openweights.course.site;

import java.util.Optional;
import openweights.course.site.markup.CodeColours;
import openweights.course.site.markup.Escape;

/** A source file of the project, for those who want to read the code behind a lesson. */
final class SourcePage {

    private SourcePage() {}

    /**
     * @param name the file's path in the project, with slashes
     */
    static String html(String name, String code) {
        String language = name.substring(name.lastIndexOf('.') + 1);
        String main =
                """
                <p class="eyebrow">Source file</p>
                <h1 class="file">%s</h1>
                <pre class="shown">%s</pre>
                """
                        .formatted(
                                Escape.html(name).replace("/", "/<wbr>"),
                                CodeColours.html(code, language));
        return new Frame(name, "", main, Optional.empty(), Optional.empty()).html();
    }
}
