package openweights.openness;

import java.util.List;
import openweights.openness.component.Release;
import openweights.openness.framework.Disagreement;
import openweights.openness.framework.EuropeanIndex;
import openweights.openness.framework.Kind;
import openweights.openness.framework.Mof;
import openweights.openness.framework.Osaid;

/**
 * What a release contains and lacks, and how three frameworks rate it.
 *
 * <pre>{@code
 * Audit audit = Audit.of(ReleaseFolder.read(Path.of("lessons/models/seedling")));
 * audit.kind();            // open source
 * audit.mof().outcome();   // class I, Open Science
 * audit.disagreements();   // why they differ, if they do
 * }</pre>
 */
public record Audit(
        Release release,
        Kind kind,
        Osaid osaid,
        Mof mof,
        EuropeanIndex index,
        List<String> disagreements) {

    /** Applies the rules of all frameworks. */
    public static Audit of(Release release) {
        Osaid osaid = Osaid.judge(release);
        Mof mof = Mof.judge(release);
        EuropeanIndex index = EuropeanIndex.judge(release);
        return new Audit(
                release,
                Kind.of(release),
                osaid,
                mof,
                index,
                Disagreement.reasons(release, osaid, mof, index));
    }

    /** False if there are findings: contradictions, or something that cannot be determined. */
    public boolean clear() {
        return release.findings().isEmpty();
    }
}
