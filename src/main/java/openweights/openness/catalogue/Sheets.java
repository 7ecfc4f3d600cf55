package openweights.openness.catalogue;

import openweights.base.UserException;

/**
 * The tables of a catalogue for terminals and programs; {@link Catalogue} has the same for
 * notebooks, and explains them.
 */
public record Sheets(Catalogue catalogue) {

    public Sheet overview() {
        return Tables.overview(catalogue);
    }

    public Sheet costs(Machine machine, int tokens) {
        return Tables.costs(catalogue, machine, tokens);
    }

    public Sheet licenses() {
        return LicenseTables.overview(catalogue);
    }

    public Sheet clauses() {
        return LicenseTables.clauses(catalogue);
    }

    public Sheet parts() {
        return Tables.parts(catalogue);
    }

    /**
     * @param memory of the machine in bytes
     */
    public Sheet runs(long memory) {
        return RunTable.of(catalogue, memory);
    }

    public Sheet fetchable() {
        return FetchTable.of(catalogue);
    }

    /**
     * @throws UserException if the catalogue has no such model, or no record of it
     */
    public Sheet record(String name) {
        return RecordTable.of(catalogue.entry(name));
    }

    public Sheet verdicts() {
        return VerdictTable.of(catalogue);
    }

    /**
     * @throws UserException if the catalogue has no such model
     */
    public Sheet facts(String name) {
        return Tables.facts(catalogue.entry(name));
    }

    public Sheet unsure() {
        return Tables.unsure(catalogue);
    }
}
