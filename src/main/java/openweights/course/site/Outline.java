package openweights.course.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.course.markdown.Anchors;
import openweights.course.markdown.MarkdownTree;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The headings of a page.
 *
 * @param entries in the order of the text
 * @param ids the id of each heading in the page
 * @param anchors maps the anchor by which notebooks link to a heading to its id in the page
 */
record Outline(List<Entry> entries, Map<Heading, String> ids, Map<String, String> anchors) {

    /**
     * A heading.
     *
     * @param id unique in the page
     * @param words its text without markup
     */
    record Entry(int level, String id, String words) {}

    static Outline of(List<Node> documents) {
        List<Entry> entries = new ArrayList<>();
        IdentityHashMap<Heading, String> ids = new IdentityHashMap<>();
        Map<String, String> anchors = new HashMap<>();
        Set<String> taken = new HashSet<>(Set.of("text", "contents"));
        for (Node document : documents) {
            for (Heading heading : MarkdownTree.all(document, Heading.class)) {
                String words = MarkdownTree.words(heading);
                String id = unique(Anchors.slug(words), taken);
                entries.add(new Entry(heading.getLevel(), id, words));
                ids.put(heading, id);
                anchors.putIfAbsent(words.replace(' ', '-'), id);
            }
        }
        return new Outline(entries, ids, anchors);
    }

    /** The text of the first heading of level 1; empty if there is none. */
    String title() {
        return entries.stream()
                .filter(entry -> entry.level() == 1)
                .map(Entry::words)
                .findFirst()
                .orElse("");
    }

    private static String unique(String slug, Set<String> taken) {
        String id = slug;
        for (int i = 2; !taken.add(id); i++) {
            id = slug + "-" + i;
        }
        return id;
    }
}
