/**
 * Very short stories about who has what and where, drawn from a grammar whose probabilities are
 * known exactly.
 *
 * <p>Read {@link openweights.stories.corpus.Words} and {@link openweights.stories.corpus.Grammar}
 * (the stories), {@link openweights.stories.corpus.TreasureHuntStory} (another kind of story),
 * {@link openweights.stories.corpus.StoryContext} (why one grammar both writes and reads), {@link
 * openweights.stories.corpus.Stories} (the splits), {@link openweights.stories.corpus.ReplayCorpus}
 * (two kinds at once).
 */
@NullMarked
package openweights.stories.corpus;

import org.jspecify.annotations.NullMarked;
