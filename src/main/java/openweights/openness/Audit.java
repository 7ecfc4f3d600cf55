package openweights.openness;

import java.util.List;
import openweights.openness.catalogue.Entry;
import openweights.openness.component.Release;
import openweights.openness.framework.Disagreement;
import openweights.openness.framework.EuropeanIndex;
import openweights.openness.framework.G7;
import openweights.openness.framework.Kind;
import openweights.openness.framework.Mof;
import openweights.openness.framework.Osaid;

/**
 * What a release contains and lacks, and how four frameworks rate it.
 *
 * <pre>{@code
 * Audit audit = Audit.of(ReleaseFolder.read(Path.of("lessons/models/seedling")));
 * audit.kind();            // open source
 * audit.mof().outcome();   // class I, Open Science
 * audit.g7().outcome();    // Open Source AI with Open Data
 * audit.disagreements();   // why they differ, if they do
 * }</pre>
 */
public record Audit(
        Release release,
        Kind kind,
        Osaid osaid,
        Mof mof,
        G7 g7,
        EuropeanIndex index,
        List<String> disagreements) {

    /** Applies the rules of all frameworks. */
    public static Audit of(Release release) {
        return of(release, EuropeanIndex.judge(release));
    }

    /** The same for a model of the catalogue; the index's own answers, if there are any, count. */
    public static Audit of(Entry entry) {
        return entry.index()
                .map(index -> of(entry.release(), index))
                .orElseGet(() -> of(entry.release()));
    }

    private static Audit of(Release release, EuropeanIndex index) {
        Osaid osaid = Osaid.judge(release);
        Mof mof = Mof.judge(release);
        G7 g7 = G7.judge(release);
        return new Audit(
                release,
                Kind.of(release),
                osaid,
                mof,
                g7,
                index,
                Disagreement.reasons(release, osaid, mof, g7, index));
    }

    /** False if there are findings: contradictions, or something that cannot be determined. */
    public boolean clear() {
        return release.findings().isEmpty();
    }
}
