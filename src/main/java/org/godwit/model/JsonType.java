package org.godwit.model;

/** The types of JSON values, as the ledger and profiles count them. */
public enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
}
