/**
 * The ground floor: what every wing needs and what therefore exists once. Files replaced
 * atomically, hashes, JSON, CSV, HTML, text for a terminal, and where the course and its models
 * lie.
 */
@NullMarked
package openweights.base;

import org.jspecify.annotations.NullMarked;
