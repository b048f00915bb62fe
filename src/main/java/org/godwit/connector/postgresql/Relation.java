package org.godwit.connector.postgresql;

import java.util.List;
import java.util.Map;
import org.godwit.model.TableInfo;

/**
 * A table of a source and where its rows are.
 *
 * @param leaves the table itself, or the partitions that hold its rows
 * @param forms how the values of each column come
 * @param number the column that numbers its rows: the primary key, if that is one column of whole numbers; otherwise empty
 */
record Relation(TableInfo info, List<Leaf> leaves, Map<String, Form> forms, String number) {
    Relation {
        leaves = List.copyOf(leaves);
        forms = Map.copyOf(forms);
    }

    /**
     * What holds rows.
     *
     * @param name quoted, with its schema
     * @param stored whether it is stored here, so that rows have places in pages
     */
    record Leaf(String name, boolean stored, long pages) {}
}
