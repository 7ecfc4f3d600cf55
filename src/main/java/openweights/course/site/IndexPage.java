package openweights.course.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openweights.base.HtmlTemplate;

/** The page that lists all lessons and exercises. */
final class IndexPage {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.of(IndexPage.class, "index.html");

    private IndexPage() {}

    static String html(ReadingOrder order) {
        List<Chapter> lessons = order.lessons();
        String main =
                TEMPLATE.fill(
                        Map.of(
                                "lessons",
                                lessons.stream().map(lesson -> lesson(order, lesson)).toList()));
        Outline none = Outline.of(List.of());
        Optional<Chapter> first = lessons.stream().findFirst();
        return new PageFrame(PageFrame.COURSE, none, main, Optional.empty(), first).html();
    }

    private static Map<String, Object> lesson(ReadingOrder order, Chapter lesson) {
        List<Chapter> exercises = order.exercisesOf(lesson);
        Map<String, Object> values = new HashMap<>(lesson.link());
        values.put("number", Integer.parseInt(lesson.number()));
        values.put("minutes", Objects.requireNonNull(order.entries().get(lesson.slug())).minutes());
        values.put("has_exercises", !exercises.isEmpty());
        values.put("exercises", exercises.stream().map(Chapter::link).toList());
        return values;
    }
}
