package openweights.openness.license;

import java.util.List;
import java.util.Set;

/**
 * A license, and what sources say of it.
 *
 * @param id its SPDX identifier if {@code spdx}, else a name of the same manner
 * @param hub the names under which model cards know it
 * @param osi whether the Open Source Initiative approved it
 * @param open whether the Model Openness Tool counts it as open
 * @param permissive true if it forbids no use, though nobody approved it
 * @param suits the kinds of content that it is made for
 * @param restrictions what it asks or forbids beyond keeping its notices
 * @param titles lines that name it and are no part of its fingerprint
 * @param texts fingerprints of its wordings
 * @param marks phrases by which its text is known if there is no fingerprint; all must be there
 * @param source where this was read, and when
 * @param doubt what of it no source confirmed, or null
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
        List<Fingerprint> texts,
        List<String> marks,
        String source,
        String doubt) {

    public License {
        hub = orEmpty(hub);
        suits = suits == null ? Set.of() : Set.copyOf(suits);
        restrictions = orEmpty(restrictions);
        titles = orEmpty(titles);
        texts = orEmpty(texts);
        marks = orEmpty(marks);
    }

    /** Whether all may use the work for any purpose. */
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
