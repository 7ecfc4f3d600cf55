/**
 * Downloads from the Hugging Face hub: a pinned revision, resumed where it broke off, each file
 * checked against its hash, moved into place when all is whole.
 *
 * <p>Read {@link openweights.engine.hub.Fetch} (the whole of it), {@link
 * openweights.engine.hub.Hub} (what is asked of the server), {@link
 * openweights.engine.hub.Transfer} (one file). Nothing that a server says is believed without a
 * check.
 */
@NullMarked
package openweights.engine.hub;

import org.jspecify.annotations.NullMarked;
