package openweights.course.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.base.Html;
import openweights.course.lesson.Course;

/** The page that lists all lessons and exercises. */
final class IndexPage {

    private static final String MAIN =
            """
            <h1>Open weights</h1>
            <p class="lead">What are the weights of a neural network? Here they are computed with: a tiny network is trained and its weights move, weights become a file, a language model’s file is opened and its forward pass followed. At the end stands the question which release is <em>open-weight</em> and which is <em>open source</em>, and what each lets you do.</p>
            <p>These pages show the course’s notebooks with everything that came out when they ran. Code stands on a tinted ground; what it showed follows behind a line. Nothing has to be installed to read them. To run the code and change it, open the same notebooks in JupyterLab with <code>./course lab</code>.</p>
            <h2 id="lessons">Lessons</h2>
            <ol class="lessons">
            %s</ol>
            """;

    private IndexPage() {}

    static String html(ReadingOrder shelf) {
        String lessons =
                shelf.lessons().stream()
                        .map(lesson -> lesson(shelf, lesson))
                        .collect(Collectors.joining());
        Optional<Chapter> first = shelf.lessons().stream().findFirst();
        return new PageFrame(PageFrame.COURSE, "", MAIN.formatted(lessons), Optional.empty(), first)
                .html();
    }

    private static String lesson(ReadingOrder shelf, Chapter lesson) {
        Course.Entry entry = Objects.requireNonNull(shelf.entries().get(lesson.slug()));
        List<Chapter> exercises = shelf.exercisesOf(lesson);
        String list =
                exercises.isEmpty()
                        ? ""
                        : exercises.stream()
                                .map(IndexPage::item)
                                .collect(
                                        Collectors.joining(
                                                "", "<ul aria-label=\"Exercises\">\n", "</ul>\n"));
        return "<li value=\"%d\"><a href=\"%s\">%s</a> <small>%d minutes</small>\n%s</li>\n"
                .formatted(
                        Integer.parseInt(lesson.number()),
                        lesson.page(),
                        Html.escape(lesson.name()),
                        entry.minutes(),
                        list);
    }

    /** An exercise as an item of a list. */
    static String item(Chapter exercise) {
        return "<li><a href=\"%s\">%s</a></li>\n"
                .formatted(exercise.page(), Html.escape(exercise.name()));
    }
}
