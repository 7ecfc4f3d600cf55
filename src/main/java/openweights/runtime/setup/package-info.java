/**
 * Makes what notebooks need on this machine, inside the project: a Python environment, the
 * kernelspec, the settings of Jupyter, and the copies that a student works in.
 */
@NullMarked
package openweights.runtime.setup;

import org.jspecify.annotations.NullMarked;
