/**
 * What a release consists of: its components, each there or not, each with its terms.
 *
 * <p>Read {@link openweights.release.component.Component} (all that a release may hold), {@link
 * openweights.release.component.Part} and {@link openweights.release.component.Release}.
 */
package openweights.release.component;
