/** Commands for models: look at them, run them, train and change them, audit them. */
@NullMarked
package openweights.cli.engine;

import org.jspecify.annotations.NullMarked;
