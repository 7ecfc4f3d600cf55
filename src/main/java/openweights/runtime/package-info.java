/**
 * JupyterLab with the course's notebooks. {@link openweights.runtime.setup.SetUp} prepares a
 * machine, {@link openweights.runtime.Lab} starts JupyterLab, and the package {@code kernel} holds
 * what runs inside the Java kernel.
 */
@NullMarked
package openweights.runtime;

import org.jspecify.annotations.NullMarked;
