/**
 * A session with the course's real kernel: the kernelspec that starts it, the cells that are sent
 * to it, and what came back.
 */
@NullMarked
package openweights.runtime.session;

import org.jspecify.annotations.NullMarked;
