/** Declarations as archivable, tagged PDF documents (PDF/A-3u). */
package fr.vigie.declaration.pdf;
