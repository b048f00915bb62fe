package org.godwit.app;

import java.nio.file.Path;
import java.util.Optional;
import org.godwit.analysis.trace.Tracer;
import org.godwit.app.explore.grid.TableOpener;
import org.godwit.app.place.EnteredPasswords;
import org.godwit.duck.Leases;
import org.godwit.engine.Workbench;

/**
 * What the window needs from below.
 *
 * @param rows opens rows of the tables in a target
 * @param leases databases to look into, each opened once for all screens
 * @param tracer finds where values are from
 * @param workspace the folder where Godwit keeps its own state
 * @param sample a folder with sample data, if it is there
 * @param passwords that are entered in the window; the workbench asks them
 */
public record Services(
        Workbench workbench,
        TableOpener rows,
        Leases leases,
        Tracer tracer,
        Path workspace,
        Optional<Path> sample,
        EnteredPasswords passwords) {
    /** Looks into databases by itself; relative paths of plans start beside their databases. */
    public Services(Workbench workbench, TableOpener rows, Path workspace, Optional<Path> sample) {
        this(workbench, rows, new Leases(), workspace, sample);
    }

    private Services(Workbench workbench, TableOpener rows, Leases leases, Path workspace, Optional<Path> sample) {
        this(workbench, rows, leases, new Tracer(leases, run -> Optional.empty(), workbench::document), workspace, sample, new EnteredPasswords());
    }
}
