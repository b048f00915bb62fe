package org.godwit.connector.spi;

import org.godwit.model.DataType;

/**
 * What becomes of a type of a plan in a target.
 *
 * @param type of the plan
 * @param sql the target's type, as its DDL writes it
 * @param fidelity whether everything comes back as it was
 * @param reason for WIDENED and LOSSY what is different; empty for EXACT
 */
public record TypeMapping(DataType type, String sql, Fidelity fidelity, String reason) {
    /** How faithfully a target keeps the values of a type. */
    public enum Fidelity {
        /** Every value comes back as it was, and so does the type. */
        EXACT,
        /** Every value comes back as it was, from a wider type. */
        WIDENED,
        /** Some values cannot be kept: they are rejected, never changed. */
        LOSSY
    }

    public TypeMapping {
        if (sql.isBlank() || (fidelity == Fidelity.EXACT) != reason.isEmpty()) {
            throw new IllegalArgumentException(type + " to '" + sql + "': " + fidelity + " with the reason '" + reason + "'");
        }
    }

    public static TypeMapping exact(DataType type, String sql) {
        return new TypeMapping(type, sql, Fidelity.EXACT, "");
    }

    public static TypeMapping widened(DataType type, String sql, String reason) {
        return new TypeMapping(type, sql, Fidelity.WIDENED, reason);
    }

    public static TypeMapping lossy(DataType type, String sql, String reason) {
        return new TypeMapping(type, sql, Fidelity.LOSSY, reason);
    }
}
