/**
 * Measures the engine on this machine, each speed beside what the machine could reach. Read {@link
 * openweights.engine.bench.EngineBench} first, then {@link openweights.engine.bench.DecodeBench}
 * and {@link openweights.engine.bench.TrainBench}; {@link openweights.engine.bench.GenerationSpeed}
 * says how fast a text was generated.
 */
@NullMarked
package openweights.engine.bench;

import org.jspecify.annotations.NullMarked;
