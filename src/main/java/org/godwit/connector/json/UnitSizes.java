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
    private static final int MIN_UNIT = 128 << 10;
    private static final int MAX_UNIT = 8 << 20;
    private static final int UNITS = 16;

    /**
     * Returns sizes for a source: enough units to keep all workers busy, and as few as that allows, because every unit
     * costs the target a statement per table, half a millisecond each.
     */
    static UnitSizes of(long sourceBytes) {
        int unit = (int) Math.max(MIN_UNIT, Math.min(MAX_UNIT, sourceBytes / UNITS));
        return new UnitSizes(unit, 8 << 20, 256 << 10, MAX_UNIT);
    }
}
