/** Teaches a released model another kind of story. */
package openweights.stories.adapt;
