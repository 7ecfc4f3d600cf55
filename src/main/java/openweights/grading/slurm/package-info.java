/**
 * Grades a batch on a Slurm cluster whose machines share the grading folder.
 *
 * <p>Reading order: {@link openweights.grading.slurm.SlurmEngine}, {@link
 * openweights.grading.slurm.Shard}, {@link openweights.grading.slurm.Slurm}.
 */
package openweights.grading.slurm;
