/**
 * The foundation of all other packages: files replaced atomically, hashes, JSON, CSV, HTML, text
 * for a terminal, and where the course and its models are. It depends on no other package.
 */
@NullMarked
package openweights.base;

import org.jspecify.annotations.NullMarked;
