/**
 * Threads that share out short ranges of work: a {@link openweights.engine.math.thread.Pool} waits
 * by spinning first, because a product takes less time than waking a thread.
 */
@NullMarked
package openweights.engine.math.thread;

import org.jspecify.annotations.NullMarked;
