/**
 * Where the contents of evidence lie, sealed frame by frame: the port {@code ContentStore}, a
 * folder and an S3-compatible store.
 */
package fr.vigie.incident.store;
