/**
 * The application as people meet it: demo data, a real browser, and the doors that attackers try.
 * Each class opens one browser; each test has its own window, people and cases.
 */
package fr.vigie.browser;
