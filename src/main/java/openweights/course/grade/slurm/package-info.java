/**
 * Grades a batch on a Slurm cluster whose machines share the folder of the results.
 *
 * <p>Reading order: {@link openweights.course.grade.slurm.SlurmEngine}, {@link
 * openweights.course.grade.slurm.Shard}, {@link openweights.course.grade.slurm.Slurm}.
 */
package openweights.course.grade.slurm;
