/**
 * Fine-tuning: a released model goes on learning, without the recipe that made it. Read {@link
 * openweights.train.tune.Base}, then {@link openweights.train.tune.Tuning}.
 */
package openweights.train.tune;
