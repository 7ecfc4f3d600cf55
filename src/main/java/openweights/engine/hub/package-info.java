/**
 * Downloads from the Hugging Face hub: pinned revisions, resumed after interruptions, every file
 * checked against its hash, moved into place when complete.
 *
 * <p>Read {@link openweights.engine.hub.Fetch} (the whole download), {@link
 * openweights.engine.hub.Hub} (the requests), {@link openweights.engine.hub.Transfer} (one file).
 * Nothing that a server sends is trusted without a check.
 */
@NullMarked
package openweights.engine.hub;

import org.jspecify.annotations.NullMarked;
