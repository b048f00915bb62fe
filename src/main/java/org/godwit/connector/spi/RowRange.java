package org.godwit.connector.spi;

/**
 * A part of a table; what the figures count is the connector's business (row ids, pages, positions).
 *
 * @param from the first one
 * @param to the one after the last
 */
public record RowRange(long from, long to) {}
