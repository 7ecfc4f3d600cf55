/**
 * Very short stories about who has what and where, drawn from a grammar whose probabilities are
 * known exactly.
 *
 * <p>Read {@link openweights.corpus.Words} and {@link openweights.corpus.Grammar} (the stories),
 * {@link openweights.corpus.Hunt} (another kind of story), {@link openweights.corpus.Teller} (why
 * one grammar both writes and reads), {@link openweights.corpus.Stories} (the splits), {@link
 * openweights.corpus.Mixed} (two kinds at once).
 */
package openweights.corpus;
