package openweights.openness.license;

import java.util.List;
import java.util.Set;

/**
 * A license, and what sources say about it.
 *
 * @param id its SPDX identifier if {@code spdx}, else a name in the same style
 * @param hub its names in the metadata of model cards
 * @param osi whether the Open Source Initiative approved it
 * @param open whether the Model Openness Tool counts it as open
 * @param permissive true if it forbids no use, although nobody approved it
 * @param suits the kinds of content that it is meant for
 * @param restrictions what it requires or forbids beyond keeping its notices
 * @param titles lines that name it and are not part of its fingerprint
 * @param optional phrases that its text may lack
 * @param variables where its text has the names of owners
 * @param texts the fingerprints of its wordings
 * @param marks phrases that identify its text if no fingerprint matches; all must be present
 * @param clauses what it says in its own words, each with its section
 * @param bases how the names of the hub's repositories begin whose maker released them under it
 * @param source where this was read, and when
 * @param doubt what no source confirmed, or null
 */
public record License(
        String id,
        String name,
        boolean spdx,
        List<String> hub,
        Answer osi,
        Answer open,
        boolean permissive,
        Set<Content> suits,
        List<String> restrictions,
        List<String> titles,
        List<String> optional,
        List<Variable> variables,
        List<Fingerprint> texts,
        List<String> marks,
        List<Clause> clauses,
        List<String> bases,
        String source,
        String doubt) {

    /** Words that vary from text to text: those between two phrases. */
    public record Variable(String after, String before) {}

    /**
     * A sentence of the license, or the part of one that matters, word for word.
     *
     * @param section where it stands
     * @param words the words, short enough to quote
     */
    public record Clause(String section, String words) {}

    public License {
        hub = orEmpty(hub);
        suits = suits == null ? Set.of() : Set.copyOf(suits);
        restrictions = orEmpty(restrictions);
        titles = orEmpty(titles);
        optional = orEmpty(optional);
        variables = orEmpty(variables);
        texts = orEmpty(texts);
        marks = orEmpty(marks);
        clauses = orEmpty(clauses);
        bases = orEmpty(bases);
    }

    /** Whether everybody may use the work for any purpose. */
    public boolean free() {
        return permissive || osi == Answer.YES || open == Answer.YES;
    }

    @Override
    public String toString() {
        return id;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
