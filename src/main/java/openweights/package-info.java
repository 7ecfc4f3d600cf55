/**
 * Two wings that never import each other: the engine, which notebooks import, and {@code course},
 * which makes and grades notebooks. Both stand on {@code files}; {@code cli} joins them. No
 * parameter and no result is null unless its comment says so.
 */
package openweights;
