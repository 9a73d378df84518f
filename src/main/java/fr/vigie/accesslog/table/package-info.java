/**
 * Asks a SQL engine for rows of logs through JDBC. Knows neither cases nor what a row means; the
 * driver is the operator's.
 */
package fr.vigie.accesslog.table;
