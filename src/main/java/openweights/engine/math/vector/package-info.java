/**
 * The kernel that uses the JDK's Vector API. It is an incubator module, so this package is compiled
 * apart and found by name at run time; the rest of the engine works without it.
 */
@NullMarked
package openweights.engine.math.vector;

import org.jspecify.annotations.NullMarked;
