package org.godwit.analysis.trace;

/**
 * Where a value stands in a text.
 *
 * @param start its first byte
 * @param end the byte after its last one
 * @param line of its first byte, from 1
 * @param column of its first byte, in characters from 1
 * @param isNull whether it is JSON null
 */
record Span(long start, long end, long line, long column, boolean isNull) {}
