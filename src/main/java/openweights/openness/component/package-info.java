/**
 * What a release consists of: its components, each there or not, each with its terms.
 *
 * <p>Read {@link openweights.openness.component.Component} (all that a release may hold), {@link
 * openweights.openness.component.Part} and {@link openweights.openness.component.Release}.
 */
@NullMarked
package openweights.openness.component;

import org.jspecify.annotations.NullMarked;
