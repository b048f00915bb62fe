package org.godwit.analysis.matrix;

/**
 * The place a row was made of.
 *
 * @param doc the document, as {@code _godwit_documents} counts them
 * @param at JSON pointer to the place in it
 * @param feed which feed of the table made the row
 */
public record Origin(long doc, String at, int feed) {}
