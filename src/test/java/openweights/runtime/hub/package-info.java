/** A real hub with its proxy, its students' servers, and their kernels. */
@NullMarked
package openweights.runtime.hub;

import org.jspecify.annotations.NullMarked;
