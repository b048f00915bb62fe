package org.godwit.app.explore.grid;

import javafx.collections.ObservableListBase;

/** The rows of a window as a list that holds none of them: each element is its own number. Only for the FX thread. */
final class WindowRows extends ObservableListBase<Integer> {
    private int size;

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    /** Becomes longer or shorter. */
    void resize(int rows) {
        int before = size;
        beginChange();
        size = rows;
        if (rows > before) {
            nextAdd(before, rows);
        } else if (rows < before) {
            nextRemove(rows, java.util.stream.IntStream.range(rows, before).boxed().toList());
        }
        endChange();
    }

    @Override
    public int indexOf(Object element) {
        return element instanceof Integer index && index >= 0 && index < size ? index : -1;
    }

    @Override
    public int lastIndexOf(Object element) {
        return indexOf(element);
    }

    @Override
    public boolean contains(Object element) {
        return indexOf(element) >= 0;
    }
}
