/** JupyterLab with the course in it. */
@NullMarked
package openweights.runtime;

import org.jspecify.annotations.NullMarked;
