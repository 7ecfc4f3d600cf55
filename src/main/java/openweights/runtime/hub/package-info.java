/**
 * A server for a class: the configuration of a JupyterHub whose students share one course, and what
 * it needs.
 */
@NullMarked
package openweights.runtime.hub;

import org.jspecify.annotations.NullMarked;
