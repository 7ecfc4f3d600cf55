/**
 * Very short stories about who has what and where, written by a probabilistic grammar, so that the
 * exact probability of every story is known.
 *
 * <p>Read {@link openweights.stories.corpus.Words} and {@link openweights.stories.corpus.Grammar}
 * (the stories), {@link openweights.stories.corpus.TreasureHuntStory} (another kind of story),
 * {@link openweights.stories.corpus.StoryContext} (how one grammar both writes and parses), {@link
 * openweights.stories.corpus.Stories} (the splits), {@link openweights.stories.corpus.ReplayCorpus}
 * (rehearsal while a model learns another corpus).
 */
@NullMarked
package openweights.stories.corpus;

import org.jspecify.annotations.NullMarked;
