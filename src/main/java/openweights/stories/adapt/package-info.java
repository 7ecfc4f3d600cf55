/** Teaches a released model another kind of story. */
@NullMarked
package openweights.stories.adapt;

import org.jspecify.annotations.NullMarked;
