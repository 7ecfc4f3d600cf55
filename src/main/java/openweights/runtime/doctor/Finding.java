package openweights.runtime.doctor;

/**
 * The result of one check.
 *
 * @param check what was checked
 * @param found what was found
 * @param fix what to do; empty if nothing needs fixing
 */
public record Finding(String check, String found, String fix) {

    static Finding good(String check, String found) {
        return new Finding(check, found, "");
    }

    public boolean fine() {
        return fix.isEmpty();
    }
}
