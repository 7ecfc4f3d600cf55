package openweights.course.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.Html;
import openweights.base.HtmlTemplate;
import openweights.course.lesson.Course;
import openweights.course.lesson.Glossary;
import openweights.course.markdown.Anchors;

/** The page of all terms that the lessons define. */
final class GlossaryPage {

    /** The page's file in the site. */
    static final String NAME = "glossary.html";

    private static final HtmlTemplate TEMPLATE =
            HtmlTemplate.of(GlossaryPage.class, "glossary.html");

    private static final Outline NONE = Outline.of(List.of());

    private GlossaryPage() {}

    static String html(Glossary glossary) {
        Map<String, List<Map<String, Object>>> letters = new LinkedHashMap<>();
        for (Glossary.Entry entry : glossary.entries()) {
            letters.computeIfAbsent(entry.letter(), none -> new ArrayList<>())
                    .add(entry(entry, glossary));
        }
        List<Map<String, Object>> sections = new ArrayList<>();
        letters.forEach(
                (letter, entries) -> sections.add(Map.of("letter", letter, "entries", entries)));
        String main = TEMPLATE.fill(Map.of("letters", sections));
        return new PageFrame("Glossary", NONE, main, Optional.empty(), Optional.empty()).html();
    }

    private static Map<String, Object> entry(Glossary.Entry entry, Glossary glossary) {
        String markup =
                entry.definition()
                        .map(each -> explained(TermNode.id(entry), each))
                        .orElseGet(() -> referred(entry.see(), glossary));
        return Map.of("id", TermNode.id(entry), "term", entry.term(), "markup", markup);
    }

    /** What the lesson says, and the way to where it says it. */
    private static String explained(String id, Glossary.Definition definition) {
        Course.Entry lesson = definition.lesson();
        String place = definition.text().isEmpty() ? Anchors.slug(definition.heading()) : id;
        return Prose.html(Prose.parse(definition.markdown()), NONE)
                + "<p class=\"from\"><a href=\"%s.html#%s\">Lesson %s: %s</a></p>"
                        .formatted(
                                lesson.slug(), place, lesson.number(), Html.escape(lesson.title()));
    }

    private static String referred(String term, Glossary glossary) {
        return glossary.entries().stream()
                .filter(entry -> entry.term().equals(term))
                .map(
                        entry ->
                                "<p>see <a href=\"#%s\">%s</a></p>"
                                        .formatted(TermNode.id(entry), Html.escape(term)))
                .findFirst()
                .orElse("");
    }
}
