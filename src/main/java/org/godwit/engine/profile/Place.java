package org.godwit.engine.profile;

import org.godwit.connector.spi.SourceFile;

/** Where a document starts; places are ordered as documents are numbered. */
record Place(SourceFile file, long line) {
    boolean isBefore(Place other) {
        return file.index() != other.file.index() ? file.index() < other.file.index() : line < other.line;
    }

    String text() {
        return file.name() + ":" + line;
    }
}
