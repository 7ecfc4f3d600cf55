package openweights.course.markdown;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;

/** Names derived from headings: anchors for links, and parts of cell ids. */
public final class Anchors {

    private static final int MAX_SLUG = 40;

    private Anchors() {}

    /**
     * Maps the anchors of a lesson's headings as code-hosting sites generate them, which authors
     * write, to those that JupyterLab generates.
     */
    public static Map<String, String> of(String lesson) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Heading heading : MarkdownTree.all(MarkdownTree.parse(lesson), Heading.class)) {
            String words = MarkdownTree.words(heading);
            String hosted =
                    words.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                            .replace(' ', '-');
            anchors.putIfAbsent(hosted, words.replace(' ', '-'));
        }
        return anchors;
    }

    /** A heading as part of a cell id: at most 40 characters a-z and 0-9, and single hyphens. */
    public static String slug(String heading) {
        String plain =
                Normalizer.normalize(heading, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), MAX_SLUG + 1));
        String slug = cut.replaceAll("^-|-$", "");
        slug = slug.substring(0, Math.min(slug.length(), MAX_SLUG)).replaceAll("-$", "");
        return slug.isEmpty() ? "part" : slug;
    }
}
