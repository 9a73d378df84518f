/** Measures the application's queries over many cases: {@code mvn -Pbench}. No test. */
package fr.vigie.bench;
