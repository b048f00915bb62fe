package org.godwit.app.fx;

import org.godwit.engine.Queryable;
import org.kordamp.ikonli.feather.Feather;

/** The target of a run as people read it: a file, a folder, or a database on a server. Not every system has paths for all. */
public final class TargetText {
    private TargetText() {}

    /** Returns the name alone: of a file, or of a server's database. */
    public static String name(String target) {
        String plain = Queryable.isServer(target) ? withoutQuery(target) : target;
        return plain.substring(slash(plain) + 1);
    }

    /** Returns where it is: the folder, or the server. */
    public static String place(String target) {
        String plain = Queryable.isServer(target) ? withoutQuery(target) : target;
        return plain.substring(0, Math.max(0, slash(plain)));
    }

    public static Feather icon(String target) {
        return Queryable.isServer(target) ? Feather.SERVER : Feather.DATABASE;
    }

    private static int slash(String text) {
        return Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
    }

    private static String withoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
