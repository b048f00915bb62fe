package org.godwit.connector.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.ByColumn;
import org.godwit.model.Connection;
import org.godwit.model.CsvOptions;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.model.Problem;
import org.godwit.model.TableInfo;
import org.godwit.shred.KeyTable;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** Whatever there is a connector for: documents and tables, told apart by content. Stateless and thread-safe. */
public final class AnySource implements DocumentConnector {
    private static final int FIRST_BYTES = 4096;

    private final DocumentConnector documents;
    private final List<TableConnector> tables;

    /**
     * @param documents reads what no other connector knows
     * @param tables asked in this order
     */
    public AnySource(DocumentConnector documents, List<TableConnector> tables) {
        this.documents = documents;
        this.tables = List.copyOf(tables);
    }

    @Override
    public String type() {
        return documents.type();
    }

    @Override
    public Plan.Source source(String name, String location) {
        Connection server = Locations.server(location);
        if (server != null) {
            return new Plan.Source(name, server.type(), server.text(), List.of(), server, null, CsvOptions.AS_FOUND);
        }
        return new Plan.Source(name, typeOf(location), location, List.of());
    }

    @Override
    public List<Plan.Source> sources(IntFunction<String> names, String location) {
        Path path = Locations.server(location) == null ? path(location) : null;
        if (path == null || !Files.isDirectory(path)) {
            Plan.Source one = source(names.apply(0), location);
            if (path == null || !one.type().equals(documents.type())) {
                return List.of(one);
            }
        }
        FolderFiles files = FolderFiles.of(path, documents::recognises, file -> tables.stream().anyMatch(connector -> isNamed(connector, file)));
        // In a folder a database may be what earlier runs have made of all the rest: who wants it names it, or a glob.
        Map<Path, String> databases = Files.isDirectory(path) ? Map.of() : databases(files.unnamed());
        boolean onlyTables = !files.hasOthers() && databases.size() == files.unnamed().size();
        List<String> types = new ArrayList<>(tables.stream()
                .filter(connector -> files.named().stream().anyMatch(file -> isNamed(connector, file)))
                .map(TableConnector::type)
                .toList());
        if (!onlyTables || (types.isEmpty() && databases.isEmpty())) {
            types.addFirst(documents.type());
        }
        List<Plan.Source> sources = new ArrayList<>();
        types.forEach(type -> sources.add(new Plan.Source(names.apply(sources.size()), type, location, List.of())));
        databases.forEach((file, type) -> sources.add(new Plan.Source(names.apply(sources.size()), type, file.toString(), List.of())));
        return sources;
    }

    /** Returns those of some files that are tables by their content, with their types. */
    private Map<Path, String> databases(List<Path> files) {
        Map<Path, String> databases = new LinkedHashMap<>();
        files.forEach(file -> databases.put(file, typeOf(file)));
        databases.values().removeIf(documents.type()::equals);
        return databases;
    }

    private static boolean isNamed(TableConnector connector, String name) {
        return connector.recognises(new byte[0], name);
    }

    @Override
    public boolean takes(Plan.Source source, Path file) {
        TableConnector connector = connector(source.type());
        if (connector == null || source.connection() != null) {
            return false;
        }
        Path place = Path.of(source.path());
        return place.equals(file) || (file.startsWith(place) && isNamed(connector, String.valueOf(file.getFileName())));
    }

    private String typeOf(String location) {
        Path path = path(location);
        if (Files.isRegularFile(path)) {
            return typeOf(path);
        }
        List<String> endings = Locations.endings(path);
        return tables.stream()
                .filter(connector -> !endings.isEmpty() && endings.stream().allMatch(ending -> isNamed(connector, ending)))
                .map(TableConnector::type)
                .findFirst()
                .orElse(documents.type());
    }

    private static Path path(String location) {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw new GodwitException(e, ErrorCode.LOCATION_UNKNOWN, location);
        }
    }

    private String typeOf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(FIRST_BYTES);
            String name = String.valueOf(file.getFileName());
            return tables.stream().filter(c -> c.recognises(first, name)).map(TableConnector::type).findFirst().orElse(documents.type());
        } catch (IOException e) {
            return documents.type();
        }
    }

    @Override
    public Listing list(Path location, List<String> include, TaskContext context) {
        return documents.list(location, include, context);
    }

    @Override
    public void foresee(Plan.Source source, Path base) {
        TableConnector connector = connector(source.type());
        if (connector != null && source.connection() == null) {
            try {
                connector.foresee(new Place.Files(base.resolve(source.path())));
            } catch (InvalidPathException e) {
                // Who lists it is told so.
            }
        }
    }

    @Override
    public Listing list(Plan.Source source, Path base, TaskContext context) {
        return list(source, base, TableSource::uncounted, context);
    }

    @Override
    public Listing listCounted(Plan.Source source, Path base, TaskContext context) {
        return list(source, base, TableSource::tables, context);
    }

    private Listing list(Plan.Source source, Path base, Function<TableSource, List<TableInfo>> tablesOf, TaskContext context) {
        TableConnector connector = connector(source.type());
        if (connector == null) {
            return documents.list(source, base, context);
        }
        Connection server = source.connection();
        Place place = server == null ? new Place.Files(base.resolve(source.path())) : new Place.Server(server);
        List<SourceFile> files = new ArrayList<>();
        List<FileReport> others = new ArrayList<>();
        try (TableSource opened = connector.open(place, source.include(), source.options(), context)) {
            ByColumn<TableInfo.Json> given = source.json() == null ? null : new ByColumn<>(source.json());
            JsonColumns json = new JsonColumns(opened);
            for (TableInfo found : tablesOf.apply(opened)) {
                context.checkCancelled();
                TableInfo table = given == null ? json.judged(found) : JsonColumns.given(found, given);
                files.add(file(files.size(), source, place, opened.file(found), table));
            }
            others.addAll(opened.others());
        }
        return new Listing(files, others);
    }

    @Override
    public FileReport told(FileReport report, Path file) {
        if (report.status() != FileReport.Status.OTHER || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return report;
        }
        String type = typeOf(file);
        Problem problem = report.problem();
        if (problem == null || type.equals(documents.type())) {
            return report;
        }
        String reason = "not read with the folder (" + type + "): name it itself, or a glob";
        Problem told = new Problem(problem.file(), problem.line(), problem.column(), problem.offset(), reason, problem.excerpt());
        return new FileReport(report.path(), report.bytes(), report.modifiedMillis(), report.sha256(), report.status(), report.documents(), told);
    }

    @Override
    public List<TableInfo> tables(Plan.Source source, Path base, TaskContext context) {
        TableConnector connector = connector(source.type());
        if (connector == null) {
            return List.of();
        }
        Connection server = source.connection();
        Place place = server == null ? new Place.Files(base.resolve(source.path())) : new Place.Server(server);
        try (TableSource opened = connector.open(place, source.include(), source.options(), context)) {
            return opened.tables();
        }
    }

    private static SourceFile file(int index, Plan.Source source, Place place, @Nullable Path own, TableInfo table) {
        SourceFile.Origin origin = new SourceFile.Origin(source.type(), place, source.options(), own, table);
        long bytes = table.bytes() >= 0 ? table.bytes() : Math.max(0, table.rows()) * 64;
        return switch (place) {
            case Place.Files files -> new SourceFile(
                    index, files.path(), files.name() + "#" + table.name(), bytes, modified(files.path()), origin);
            case Place.Server(Connection server) -> new SourceFile(
                    index, Path.of(server.type(), server.host() + "_" + server.port(), server.database()), server.database() + "#" + table.name(),
                    bytes, 0, origin);
        };
    }

    private static long modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private @Nullable TableConnector connector(String type) {
        return tables.stream().filter(connector -> connector.type().equals(type)).findFirst().orElse(null);
    }

    @Override
    public UnitSource open(List<SourceFile> files, KeyTable keys, TaskContext context) {
        if (files.stream().allMatch(file -> file.origin() == null)) {
            return documents.open(files, keys, context);
        }
        return new MixedUnits(files, keys, context, documents, this::connector);
    }
}
