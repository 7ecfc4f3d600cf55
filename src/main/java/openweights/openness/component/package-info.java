/**
 * What a release consists of: its components, each present or not, each with its license.
 *
 * <p>Read {@link openweights.openness.component.Component} (all that a release may contain), {@link
 * openweights.openness.component.Part} and {@link openweights.openness.component.Release}.
 */
@NullMarked
package openweights.openness.component;

import org.jspecify.annotations.NullMarked;
