package openweights.course.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.Html;
import openweights.base.HtmlTemplate;
import openweights.course.site.markup.CodeColors;

/** A source file of the project, for readers who want to see the code behind a lesson. */
final class SourcePage {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.of(SourcePage.class, "source.html");

    private SourcePage() {}

    /**
     * @param name the file's path in the project, with slashes
     */
    static String html(String name, String code) {
        String language = name.substring(name.lastIndexOf('.') + 1);
        String main =
                TEMPLATE.fill(
                        Map.of(
                                "name", Html.escape(name).replace("/", "/<wbr>"),
                                "code", CodeColors.html(code, language)));
        Outline none = Outline.of(List.of());
        return new PageFrame(name, none, main, Optional.empty(), Optional.empty()).html();
    }
}
