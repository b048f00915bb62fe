package org.godwit.connector.json;

/**
 * How work is cut, all in bytes.
 *
 * @param unit small files are put together to units of about so much
 * @param whole a file up to this size is read whole by one worker
 * @param wholeGzip likewise for packed files, whose true size is unknown
 * @param part a bigger file of one document per line is cut into parts of about so much
 */
record UnitSizes(int unit, int whole, int wholeGzip, int part) {
    static final UnitSizes DEFAULT = new UnitSizes(1 << 20, 8 << 20, 256 << 10, 2 << 20);
}
