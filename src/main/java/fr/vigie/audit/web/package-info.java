/** The page of the audit trail. */
package fr.vigie.audit.web;
