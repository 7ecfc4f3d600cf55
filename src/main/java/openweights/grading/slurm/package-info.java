/**
 * Grades a batch on a Slurm cluster whose machines share the folder of the results.
 *
 * <p>Reading order: {@link openweights.grading.slurm.SlurmEngine}, {@link
 * openweights.grading.slurm.Shard}, {@link openweights.grading.slurm.Slurm}.
 */
@NullMarked
package openweights.grading.slurm;

import org.jspecify.annotations.NullMarked;
