package org.godwit.app.fx;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the window tells on its own: notices that stay until they are read, and short words that go by themselves. Only
 * for the FX thread.
 */
public final class Notices {
    private static final int MOST = 50;

    private final ObservableList<Notice> unread = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper passing = new ReadOnlyStringWrapper("");

    /** Keeps a notice until it is read. */
    public void keep(Notice notice) {
        unread.addFirst(notice);
        if (unread.size() > MOST) {
            unread.removeLast();
        }
    }

    /** Says something that may be missed, for some seconds: "Copied". */
    public void pass(String text) {
        passing.set("");
        passing.set(text);
    }

    /** Takes a notice away: somebody read it. */
    public void read(Notice notice) {
        unread.remove(notice);
    }

    public void readAll() {
        unread.clear();
    }

    /** Returns the notices that nobody read yet, newest first. */
    public ObservableList<Notice> unread() {
        return unread;
    }

    /** What is said in passing; set to an empty text in between. */
    public ReadOnlyStringProperty passingProperty() {
        return passing.getReadOnlyProperty();
    }
}
