/**
 * Threads that share short ranges of work. The workers of a {@link
 * openweights.engine.math.thread.Pool} wait by spinning first, because a product takes less time
 * than waking a thread.
 */
@NullMarked
package openweights.engine.math.thread;

import org.jspecify.annotations.NullMarked;
