package org.godwit.connector.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.Problem;
import org.godwit.model.TableInfo;
import org.godwit.task.TaskContext;

/** Looks over a database once: whether it is whole, and which tables it has. Not thread-safe. */
final class Discovery {
    /** Larger files are not looked through beforehand: reading them finds what is damaged. */
    private static final long MAX_CHECKED = 64L << 20;

    /** If there were more row ids than rows of this size, many of them would be missing. */
    private static final long LEAST_ROW_BYTES = 16;

    private final Catalogue catalogue;
    private final Path file;
    private final TaskContext context;

    private final List<Found> wanted = new ArrayList<>();
    private final List<FileReport> others = new ArrayList<>();
    private final boolean small;
    private boolean measurable;

    /** A table that is wanted. */
    private record Found(Catalogue.Entry entry, List<Catalogue.Field> fields) {}

    /**
     * Looks over a database, at all of it if it is small.
     *
     * @param include names or globs; empty for all
     * @param shapes gets how the rows of each table are reached
     */
    Discovery(Link link, TextForm form, Path file, List<String> include, Map<String, Catalogue.Shape> shapes, TaskContext context) throws SQLException {
        this.catalogue = new Catalogue(link, form);
        this.file = file;
        this.context = context;
        this.small = size() <= MAX_CHECKED;
        if (small) {
            checkWhole();
        }
        find(include, shapes);
    }

    private void find(List<String> include, Map<String, Catalogue.Shape> shapes) throws SQLException {
        Predicate<String> named = TableNames.matching(include);
        List<Catalogue.Entry> entries = catalogue.entries();
        measurable = entries.stream().noneMatch(e -> e.name().equalsIgnoreCase("dbstat"));
        for (Catalogue.Entry entry : entries) {
            if (entry.kind().equals("virtual") && named.test(entry.name())) {
                refuse(entry, include);
            }
            if (entry.kind().equals("table") && named.test(entry.name())) {
                List<Catalogue.Field> fields = catalogue.fields(entry.name());
                shapes.put(entry.name(), Catalogue.shape(entry, fields));
                wanted.add(new Found(entry, fields));
            }
        }
    }

    /**
     * Returns the tables that are wanted.
     *
     * @param counted whether the number of their rows is to be exact: all pages of a table are read for it
     */
    List<TableInfo> tables(boolean counted) throws SQLException {
        Map<String, Long> pages = small && measurable ? pages() : Map.of();
        List<TableInfo> tables = new ArrayList<>();
        for (Found found : wanted) {
            context.checkCancelled();
            String name = found.entry.name();
            long span = counted || small ? -1 : span(found);
            long rows = span < 0 ? catalogue.count(name) : span;
            tables.add(catalogue.describe(found.entry, found.fields, rows, pages.getOrDefault(name, -1L)));
        }
        return List.copyOf(tables);
    }

    /** Returns how many row ids there may be between a table's first and last, -1 if that tells nothing of how many there are. */
    private long span(Found found) throws SQLException {
        String rowId = Catalogue.shape(found.entry, found.fields).rowId();
        if (rowId == null) {
            return -1;
        }
        String table = SqliteName.of(found.entry.name());
        long first = catalogue.number("SELECT min(" + rowId + ") FROM main." + table);
        long last = catalogue.number("SELECT max(" + rowId + ") FROM main." + table);
        long span = last - first + 1;
        boolean likely = first <= last && span > 1 && span <= size() / LEAST_ROW_BYTES;
        return likely ? span : -1;
    }

    /** What a virtual table shows is made by a module when it is asked: code that a foreign file is not to start. */
    private void refuse(Catalogue.Entry entry, List<String> include) {
        String reason = "virtual table " + entry.name() + " is not read: what it shows is made by a module of SQLite, not stored in it";
        if (include.contains(entry.name())) {
            throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, reason);
        }
        String name = file.getFileName() + "#" + entry.name();
        others.add(new FileReport(name, 0, 0, "", FileReport.Status.OTHER, 0, new Problem(name, 0, 0, -1, reason, "")));
    }

    /** Returns what is like a table and is not read. */
    List<FileReport> others() {
        return List.copyOf(others);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw SqliteErrors.unreadable(file, e);
        }
    }

    private void checkWhole() throws SQLException {
        for (List<String> row : catalogue.rows("PRAGMA main.quick_check", 1)) {
            String finding = row.get(0).strip();
            if (!finding.equals("ok") && !ofContent(finding)) {
                throw new GodwitException(ErrorCode.SOURCE_UNREADABLE, file, "it is damaged (" + finding.lines().limit(3).toList() + ")");
            }
        }
    }

    /** Returns whether a finding is about values that a declaration forbids: the pages are whole. */
    private static boolean ofContent(String finding) {
        return finding.startsWith("NULL value in ") || finding.startsWith("CHECK constraint failed in ") || finding.contains(" value in ")
                || finding.contains("missing from index") || finding.startsWith("non-unique entry in index") || finding.startsWith("unable to validate");
    }

    /** SQLite may have been built without this. */
    private Map<String, Long> pages() {
        try {
            return catalogue.pages();
        } catch (SQLException e) {
            return Map.of();
        }
    }
}
