package org.godwit.model;

/**
 * A column of a plan whose type the target does not have.
 *
 * @param sql the target's type
 * @param lossy whether some values cannot be kept there: they are refused, never changed; otherwise all can
 * @param reason what is different
 */
public record ColumnFidelity(String table, String column, DataType type, String sql, boolean lossy, String reason) {}
