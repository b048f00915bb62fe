package org.godwit.connector.spi;

/** Parses units; one for each worker, not thread-safe. */
public interface UnitParser extends AutoCloseable {
    /**
     * Parses a unit to its end: what is malformed is reported to the sink and everything else goes on.
     * For each file part the sink sees {@link DocumentSink#part}, then its documents, then {@link DocumentSink#partEnd}.
     */
    void parse(Unit unit, DocumentSink sink);

    @Override
    void close();
}
