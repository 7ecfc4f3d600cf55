/** What can be said of a file or folder of weights without running it. */
@NullMarked
package openweights.engine.inspect;

import org.jspecify.annotations.NullMarked;
