package org.godwit.bench;

/**
 * One whole process, from its start to its end.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds user and system time of the process and its children; NaN if it could not be measured
 * @param peakMib the most memory that was resident at once, in MiB; NaN if it could not be measured
 */
record Sample(double seconds, double cpuSeconds, double peakMib) {}
