package openweights.runtime.doctor;

/**
 * One thing that the doctor looked at.
 *
 * @param check what was looked at
 * @param found what is there
 * @param fix what to do; empty if nothing must be done
 */
public record Finding(String check, String found, String fix) {

    static Finding good(String check, String found) {
        return new Finding(check, found, "");
    }

    public boolean fine() {
        return fix.isEmpty();
    }
}
