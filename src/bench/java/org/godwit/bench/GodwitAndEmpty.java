package org.godwit.bench;

import java.util.List;
import org.godwit.Main;

/** Godwit, for a recording of its start-up cache that is to hold the classes of the empty window as well. */
public final class GodwitAndEmpty {
    static final List<String> EMPTY_CLASSES = List.of("EmptyWindow", "EmptyWindow$Empty", "EmptyWindow$Empty$1");

    private GodwitAndEmpty() {}

    public static void main(String[] args) throws ClassNotFoundException {
        for (String name : EMPTY_CLASSES) {
            Class.forName("org.godwit.bench." + name, false, GodwitAndEmpty.class.getClassLoader());
        }
        Main.main(args);
    }
}
