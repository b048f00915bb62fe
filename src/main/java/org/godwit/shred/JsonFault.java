package org.godwit.shred;

/**
 * The first thing in a text that makes it no JSON value, or none that can be kept.
 *
 * @param offset index of the byte in the array that was read
 * @param reason what is wrong, for people
 */
public record JsonFault(int offset, String reason) {}
