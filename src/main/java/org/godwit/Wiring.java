package org.godwit;

import org.godwit.cli.Querying;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.store.Workspace;

/** Puts the parts together: the one place that knows which connector, engine and workspace there are. */
final class Wiring {
    private Wiring() {}

    static Workbench workbench() {
        return new LocalWorkbench(new JsonConnector(), Workspace.ofUser());
    }

    static Querying querying() {
        return (location, sql, rows) -> {
            throw new GodwitException(ErrorCode.INTERNAL, "query " + location, sql);
        };
    }
}
