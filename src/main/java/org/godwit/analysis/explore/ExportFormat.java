package org.godwit.analysis.explore;

/** What a result can be written as. */
public enum ExportFormat {
    CSV("csv"),
    JSON("json"),
    MARKDOWN("md"),
    PARQUET("parquet");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** Returns the ending of file names, without the dot. */
    public String ending() {
        return ending;
    }
}
