/**
 * Two wings that never import each other: the engine, which notebooks import, and {@code course},
 * which makes and grades notebooks; {@code cli} joins them. No parameter and no result is null
 * unless its comment says so.
 */
package openweights;
