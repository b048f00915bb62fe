package org.godwit.engine.target;

import java.util.List;
import org.godwit.duck.Sql;
import org.godwit.model.DataType;
import org.godwit.shred.RowBatch;

/** The tables that Godwit keeps in a target, and batches for them. */
public final class SystemTables {
    public static final String DOCUMENTS = "_godwit_documents";
    public static final String PARTS = "_godwit_parts";
    public static final String MERGES = "_godwit_merges";
    public static final String REJECTS = "_godwit_rejects";
    public static final String RUNS = "_godwit_runs";
    public static final String CHECKS = "_godwit_checks";
    public static final String FILES = "_godwit_files";
    public static final String AWAITED = "_godwit_awaited";

    /** SQL of both halves of the hash of what is kept of a document. */
    public static final String KEPT = "coalesce(kept_high, hash_high), coalesce(kept_low, hash_low)";

    private static final String RECORDED = "SELECT doc, file, position, line, dataset, sha256, run FROM ";
    /** Where a document of a part is: {@code doc} is its number. */
    private static final String IN_PART = "SELECT doc, file, position + doc - first_doc, line + doc - first_doc, dataset, NULL, run FROM ";

    private static final DataType TEXT = DataType.VARCHAR;
    private static final DataType LONG = DataType.BIGINT;

    /** Hashes are of 128 bits; what is kept of a document has one of its own where a rule has left something out. */
    private static final Table DOCUMENT_TABLE = new Table(
            DOCUMENTS,
            List.of("doc", "file", "position", "line", "dataset", "sha256", "run", "hash_high", "hash_low", "kept_high", "kept_low", "leaves", "rest"),
            List.of(LONG, TEXT, LONG, LONG, TEXT, TEXT, TEXT, LONG, LONG, LONG, LONG, LONG, DataType.JSON));
    /** Rows of a table that were taken as they are: one record for all documents from {@code first_doc} to before {@code end_doc}. */
    private static final Table PART_TABLE = new Table(
            PARTS,
            List.of("first_doc", "end_doc", "file", "position", "line", "dataset", "run", "hash_high", "hash_low", "leaves"),
            List.of(LONG, LONG, TEXT, LONG, LONG, TEXT, TEXT, LONG, LONG, LONG));
    private static final Table MERGE_TABLE = new Table(
            MERGES,
            List.of("doc", "at", "feed", "table_name", "kept_doc", "kept_at", "kept_feed"),
            List.of(LONG, TEXT, DataType.INTEGER, TEXT, LONG, TEXT, DataType.INTEGER));
    private static final Table REJECT_TABLE = new Table(
            REJECTS,
            List.of("run", "doc", "level", "file", "path", "table_name", "column_name", "reason", "raw"),
            List.of(TEXT, LONG, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT));
    private static final Table RUN_TABLE = new Table(
            RUNS,
            List.of("run", "plan", "first_doc", "end_doc", "started", "godwit_version"),
            List.of(TEXT, DataType.JSON, LONG, LONG, DataType.TIMESTAMP, TEXT));
    private static final Table CHECK_TABLE = new Table(
            CHECKS,
            List.of("run", "table_name", "column_name", "row_count", "null_count", "content_hash"),
            List.of(TEXT, TEXT, TEXT, LONG, LONG, TEXT));
    /** What files held when a run read them, and their name before it; files of a single document have the first in its record. */
    private static final Table FILE_TABLE = new Table(FILES, List.of("run", "file", "bytes", "sha256", "moved_from"), List.of(TEXT, TEXT, LONG, TEXT, TEXT));
    /** Cells that wait for the row they refer to: SHA-256 of its key, and the id that it will have; it may have no cell any more. */
    private static final Table AWAITED_TABLE = new Table(
            AWAITED,
            List.of("run", "doc", "at", "feed", "table_name", "column_name", "ref_table", "ref_key", "ref_id"),
            List.of(TEXT, LONG, TEXT, DataType.INTEGER, TEXT, TEXT, TEXT, TEXT, LONG));
    private static final List<Table> ALL =
            List.of(DOCUMENT_TABLE, PART_TABLE, MERGE_TABLE, REJECT_TABLE, RUN_TABLE, CHECK_TABLE, FILE_TABLE, AWAITED_TABLE);
    private static final List<String> YOUNG = List.of(FILES, AWAITED);

    private SystemTables() {}

    private record Table(String name, List<String> columns, List<DataType> types) {
        RowBatch batch() {
            return new RowBatch(name, columns, types);
        }
    }

    /** Returns the statements that make the tables where they are missing. */
    public static List<String> create() {
        return ALL.stream().map(t -> Sql.createTableIfMissing(t.name, t.columns, t.types)).toList();
    }

    public static RowBatch documents() {
        return DOCUMENT_TABLE.batch();
    }

    public static RowBatch parts() {
        return PART_TABLE.batch();
    }

    /** Returns empty batches of all the tables. */
    public static List<RowBatch> all() {
        return ALL.stream().map(Table::batch).toList();
    }

    /** Returns whether a database that an older version has filled may lack a table. */
    public static boolean isYoung(String table) {
        return YOUNG.contains(table);
    }

    /**
     * Returns the SQL condition that a column holds a document of a range.
     *
     * @param column as SQL
     * @param end the number after the last document
     */
    public static String range(String column, long first, long end) {
        return column + " >= " + first + " AND " + column + " < " + end;
    }

    /**
     * Returns SQL for a relation of all documents, whatever their record: doc, file, position, line, dataset, sha256, run.
     *
     * @param schema as SQL
     */
    public static String origins(String schema) {
        return "(" + RECORDED + schema + "." + DOCUMENTS
                + " UNION ALL " + IN_PART + "(SELECT *, unnest(range(first_doc, end_doc)) AS doc FROM " + schema + "." + PARTS + "))";
    }

    /** Returns SQL for the same relation of one document. */
    public static String origin(long document) {
        return "(" + RECORDED + DOCUMENTS + " WHERE doc = " + document
                + " UNION ALL " + IN_PART + "(SELECT *, " + document + " AS doc FROM " + PARTS + " WHERE first_doc <= " + document + " AND end_doc > " + document + "))";
    }

    public static RowBatch merges() {
        return MERGE_TABLE.batch();
    }

    public static RowBatch rejects() {
        return REJECT_TABLE.batch();
    }

    public static RowBatch runs() {
        return RUN_TABLE.batch();
    }

    public static RowBatch files() {
        return FILE_TABLE.batch();
    }

    public static RowBatch checks() {
        return CHECK_TABLE.batch();
    }
}
