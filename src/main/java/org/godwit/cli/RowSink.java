package org.godwit.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a query as they come: the columns once, then each row, then the end. */
interface RowSink extends AutoCloseable {
    void columns(List<String> names);

    void row(List<? extends @Nullable Object> values);

    @Override
    void close();
}
