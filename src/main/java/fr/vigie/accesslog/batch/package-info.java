/** Turns to the logs that wait to be read and to the questions that wait for an answer. */
package fr.vigie.accesslog.batch;
