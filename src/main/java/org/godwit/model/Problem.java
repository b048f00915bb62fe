package org.godwit.model;

/**
 * Something that cannot be read, with its place.
 *
 * @param file the file as found below the source's location
 * @param line from 1; 0 if the problem is not in the text
 * @param column from 1, in bytes; 0 likewise
 * @param offset the byte from the start of the (unpacked) file, -1 if unknown
 * @param reason what is wrong, for people
 * @param excerpt the raw text around the place, at most 200 characters, may be empty
 */
public record Problem(String file, long line, long column, long offset, String reason, String excerpt) {}
