package org.godwit.app.action;

import java.nio.file.Path;
import org.kordamp.ikonli.feather.Feather;

/**
 * One line of the command palette.
 *
 * @param id stable, so that what was used last can stand first
 * @param name what is searched
 * @param detail where it belongs: a screen, a folder
 * @param keys the shortcut, if there is one; else empty
 */
public record Entry(String id, String name, String detail, String keys, Feather icon, Runnable run) {
    /** Returns an entry that opens a file that was used lately. */
    public static Entry file(Path file, Feather icon, Runnable run) {
        return new Entry("file:" + file, String.valueOf(file.getFileName()), String.valueOf(file.getParent()), "", icon, run);
    }
}
