package org.godwit.connector.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;
import org.godwit.shred.KeyTable;
import org.godwit.task.TaskContext;

/** A format whose sources are files that hold documents. Stateless and thread-safe. */
public interface DocumentConnector {
    /** The name in plans: {@code json}. */
    String type();

    /**
     * Lists what is at a location, without reading it: regular files sorted by name, and a report for everything that
     * is no source (unreadable folders, pipes, links, other files).
     *
     * @param location a file or folder, or a glob with {@code * ? [ ] { }} if nothing of that very name exists
     * @param include globs relative to a folder; empty for the connector's own
     * @throws org.godwit.model.GodwitException SOURCE_MISSING if there is nothing
     */
    Listing list(Path location, List<String> include, TaskContext context);

    /** Is told that a source is going to be listed: what has to be done before it can be opened may begin, in a thread of its own. */
    default void foresee(Plan.Source source, Path base) {}

    /**
     * Lists a source of a plan.
     *
     * @param base the folder where relative paths start
     * @throws org.godwit.model.GodwitException SOURCE_UNSUPPORTED if no connector reads its type; SOURCE_OPTIONS if that knows no options
     */
    default Listing list(Plan.Source source, Path base, TaskContext context) {
        if (!source.type().equals(type())) {
            throw new GodwitException(ErrorCode.SOURCE_UNSUPPORTED, source.type());
        }
        if (!source.options().isAsFound()) {
            throw new GodwitException(ErrorCode.SOURCE_OPTIONS, source.path(), source.type());
        }
        return list(base.resolve(source.path()), source.include(), context);
    }

    /** Returns the same for somebody who shows it: tables with the number of their rows, which may be an estimate otherwise. */
    default Listing listCounted(Plan.Source source, Path base, TaskContext context) {
        return list(source, base, context);
    }

    /**
     * Returns the tables of a source as its catalogue has them, without reading their rows; none if it holds no tables.
     *
     * @param base the folder where relative paths start
     * @throws org.godwit.model.GodwitException what opening it throws
     */
    default List<TableInfo> tables(Plan.Source source, Path base, TaskContext context) {
        return List.of();
    }

    /**
     * Tells what is at a place that somebody named.
     *
     * @param location a file, folder or glob, or a server's address without password
     * @return its source under this name, with the type told by the content
     */
    default Plan.Source source(String name, String location) {
        return new Plan.Source(name, type(), location, List.of());
    }

    /**
     * Tells what is at a place likewise, where that may be several: a folder of files in several formats is one source for each
     * of them, a glob one for each database that it fits.
     *
     * @param names gives each source its name, by its number from 0
     */
    default List<Plan.Source> sources(IntFunction<String> names, String location) {
        return List.of(source(names.apply(0), location));
    }

    /** Returns whether a file is one of documents, going by its name. */
    default boolean recognises(String name) {
        return false;
    }

    /** Returns a report on a file that a source leaves out, with a word on how it is read if it can be: looks at its first bytes. */
    default FileReport told(FileReport leftOut, Path file) {
        return leftOut;
    }

    /** Returns whether a source takes a file, going by its name; relative paths start where that of the source does. */
    default boolean takes(Plan.Source source, Path file) {
        return false;
    }

    /**
     * Opens files for one pass.
     *
     * @param files in the order in which their documents are numbered
     * @param keys numbers the member names of the tapes
     */
    UnitSource open(List<SourceFile> files, KeyTable keys, TaskContext context);
}
