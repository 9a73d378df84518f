/**
 * What every page stands on: layout and language, words in EL, typed times, messages, faults and
 * response headers. Out of scope: who the caller is (identity).
 */
package fr.vigie.platform.web;
