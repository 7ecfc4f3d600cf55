/**
 * Creates what notebooks need, inside the project's folder: a Python environment, the kernelspec,
 * Jupyter's settings, and the copies in which a student works. Read {@link
 * openweights.runtime.setup.SetUp} first.
 */
@NullMarked
package openweights.runtime.setup;

import org.jspecify.annotations.NullMarked;
