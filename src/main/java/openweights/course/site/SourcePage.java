package openweights.course.site;

import java.util.Optional;
import openweights.base.Html;
import openweights.course.site.markup.CodeColors;

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
                                Html.escape(name).replace("/", "/<wbr>"),
                                CodeColors.html(code, language));
        return new PageFrame(name, "", main, Optional.empty(), Optional.empty()).html();
    }
}
