/** What a node does by itself for evidence: reading it again, and telling the figures. */
package fr.vigie.incident.batch;
