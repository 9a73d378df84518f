/** Directories that no machine speaks to: every act is a person's. */
package fr.vigie.containment.manual;
