/** Files and folders: the few things that both wings need and the JDK leaves to its users. */
package openweights.files;
