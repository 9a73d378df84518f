/**
 * Starts the real parts that the run command and the tests need: database, server, mail catcher,
 * directory, browser. Everything listens on loopback only and runs as root or not.
 *
 * <p>Out of scope: production, which follows {@code payara-config/README.md}.
 */
package fr.vigie.launch;
