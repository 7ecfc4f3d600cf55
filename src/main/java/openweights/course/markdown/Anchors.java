package openweights.course.markdown;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;

/** Names made from headings: for links in two places, and for cell ids. */
public final class Anchors {

    private static final int LONGEST_SLUG = 40;

    private Anchors() {}

    /**
     * The anchors of a lesson: as a code-hosting site makes them from Markdown, which is what
     * authors write, each with JupyterLab's own.
     */
    public static Map<String, String> of(String lesson) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Heading heading : MarkdownTree.all(MarkdownTree.parse(lesson), Heading.class)) {
            String words = MarkdownTree.words(heading);
            String site =
                    words.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                            .replace(' ', '-');
            anchors.putIfAbsent(site, words.replace(' ', '-'));
        }
        return anchors;
    }

    /** A heading as part of a cell id: a-z, 0-9 and single hyphens, at most 40 of them. */
    public static String slug(String heading) {
        String plain =
                Normalizer.normalize(heading, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG + 1));
        String slug = cut.replaceAll("^-|-$", "");
        slug = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("-$", "");
        return slug.isEmpty() ? "part" : slug;
    }
}
