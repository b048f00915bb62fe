package org.godwit.engine.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.UnitSource;
import org.godwit.engine.stage.OrderedPipeline;
import org.godwit.model.Choices;
import org.godwit.model.CsvOptions;
import org.godwit.model.DatasetProfile;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.Inspection;
import org.godwit.model.Plan;
import org.godwit.model.TableInfo;
import org.godwit.shred.DatasetMatcher;
import org.godwit.shred.KeyTable;
import org.godwit.task.TaskContext;

/**
 * Reads everything at some locations once, every byte of it, and says what is there. The same files give the same
 * inspection (but for the seconds) with any number of workers. Thread-safe.
 */
public final class Inspector {
    private final DocumentConnector connector;
    private final int jobs;

    /** @param jobs worker threads */
    public Inspector(DocumentConnector connector, int jobs) {
        this.connector = connector;
        this.jobs = jobs;
    }

    public Inspector(DocumentConnector connector) {
        this(connector, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Reads everything.
     *
     * @param locations files, folders or globs
     * @throws org.godwit.model.GodwitException SOURCE_MISSING if there is nothing at one of them
     */
    public Inspection inspect(List<String> locations, TaskContext context) {
        return inspect(locations, List.of(), context);
    }

    /**
     * Reads everything; documents that fulfil the rule of a known dataset (the first one) are profiled as that dataset,
     * only the others are joined into datasets of their own.
     *
     * @param known datasets of a recipe, in their order
     */
    public Inspection inspect(List<String> locations, List<Plan.DatasetSpec> known, TaskContext context) {
        return inspect(locations, known, Choices.NONE, context);
    }

    /**
     * Reads everything, with what a person decided otherwise than the scan would.
     *
     * @param known datasets of a recipe, in their order
     */
    public Inspection inspect(List<String> locations, List<Plan.DatasetSpec> known, Choices choices, TaskContext context) {
        return inspect(locations, sources(connector, locations, choices.csv()), Path.of(""), known, choices, context);
    }

    /**
     * Returns the sources at some locations.
     *
     * @param csv how those of separated values are read
     * @throws GodwitException SOURCE_OPTIONS if there are none that are read so
     */
    public static List<Plan.Source> sources(DocumentConnector connector, List<String> locations, CsvOptions csv) {
        List<Plan.Source> sources = new ArrayList<>();
        for (String location : locations) {
            int before = sources.size();
            connector.sources(i -> sourceName(before + i), location)
                    .forEach(source -> sources.add(source.type().equals(CsvOptions.TYPE) ? source.with(csv) : source));
        }
        if (!csv.isAsFound() && sources.stream().allMatch(source -> source.options().isAsFound())) {
            String types = sources.stream().map(Plan.Source::type).distinct().collect(Collectors.joining(", "));
            throw new GodwitException(ErrorCode.SOURCE_OPTIONS, String.join(", ", sources.stream().map(Plan.Source::path).toList()), types);
        }
        return sources;
    }

    /**
     * Reads the sources of a plan.
     *
     * @param base the folder where relative paths start
     * @param known the plan's datasets
     */
    public Inspection inspect(List<Plan.Source> sources, Path base, List<Plan.DatasetSpec> known, TaskContext context) {
        List<String> locations = sources.stream()
                .map(source -> source.connection() == null ? base.resolve(source.path()).normalize().toString() : source.path())
                .toList();
        return inspect(locations, sources, base, known, Choices.NONE, context);
    }

    /**
     * Reads everything at sources that {@link #sources} has found.
     *
     * @param known datasets of a recipe, in their order
     */
    public Inspection inspect(
            List<String> locations, List<Plan.Source> sources, List<Plan.DatasetSpec> known, Choices choices, TaskContext context) {
        return inspect(locations, sources, Path.of(""), known, choices, context);
    }

    private Inspection inspect(
            List<String> locations, List<Plan.Source> sources, Path base, List<Plan.DatasetSpec> known, Choices choices, TaskContext context) {
        long started = System.nanoTime();
        context.startPhase("discover", 0);
        List<FileReport> others = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<SourceFile> files = list(sources, base, others, places, context);
        context.startPhase("profile", files.stream().mapToLong(SourceFile::bytes).sum());
        SourceProfile profile = scan(files, known, choices, context);
        List<FileReport> reports = new ArrayList<>(profile.files());
        reports.addAll(others);
        reports.sort(Comparator.comparing(FileReport::path));
        List<DatasetProfile> datasets = datasets(profile, known, choices, files, places);
        return new Inspection(locations, reports, profile.leaves(), datasets, (System.nanoTime() - started) / 1e9);
    }

    /** Returns the name of the source of a location, by its place among the locations. */
    public static String sourceName(int location) {
        return location == 0 ? "files" : "files_" + (location + 1);
    }

    /** @param places is filled with the name of the source of each file */
    private List<SourceFile> list(List<Plan.Source> from, Path base, List<FileReport> others, List<String> places, TaskContext context) {
        Map<String, SourceFile> found = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        Map<String, FileReport> noSources = new LinkedHashMap<>();
        for (Plan.Source source : from) {
            Listing listing = connector.listCounted(source, base, context);
            listing.files().forEach(file -> {
                found.putIfAbsent(key(file), file);
                sources.putIfAbsent(key(file), source.name());
            });
            listing.others().stream()
                    .filter(report -> !isTaken(report, source, from))
                    .forEach(report -> noSources.putIfAbsent(report.path(), connector.told(report, base.resolve(source.path()).resolve(report.path()))));
        }
        others.addAll(noSources.values());
        List<SourceFile> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::path));
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : sorted) {
            places.add(sources.getOrDefault(key(file), sourceName(0)));
            files.add(file.as(files.size(), file.name()));
        }
        return Series.settled(files);
    }

    /** Two formats of a folder may have tables of one name. */
    private static String key(SourceFile file) {
        SourceFile.Origin origin = file.origin();
        return (origin == null ? "" : origin.type()) + ":" + file.path() + "#" + file.table();
    }

    /** What is no file of one source may be one of another, in the same folder. */
    private boolean isTaken(FileReport report, Plan.Source source, List<Plan.Source> all) {
        return report.status() == FileReport.Status.OTHER && all.stream().anyMatch(other -> connector.takes(other, Path.of(source.path(), report.path())));
    }

    private SourceProfile scan(List<SourceFile> files, List<Plan.DatasetSpec> known, Choices choices, TaskContext context) {
        KeyTable keys = new KeyTable();
        DatasetMatcher matcher = new DatasetMatcher(known, keys);
        SourceProfile profile = new SourceProfile(choices);
        try (UnitSource source = connector.open(files, keys, context)) {
            new OrderedPipeline<UnitProfile>(source, jobs, context, unit -> take(profile, unit, context)).run(() -> new UnitProfiler(matcher));
        }
        return profile;
    }

    private static Runnable take(SourceProfile profile, UnitProfile unit, TaskContext context) {
        for (UnitProfile.FilePart part : unit.parts) {
            if (part.problem != null) {
                context.addProblem(part.problem);
            }
        }
        profile.add(unit);
        context.found(profile.fileCount(), profile.documents());
        return OrderedPipeline.NOTHING_LEFT;
    }

    private static List<DatasetProfile> datasets(
            SourceProfile profile, List<Plan.DatasetSpec> known, Choices choices, List<SourceFile> files, List<String> sources) {
        Profiles profiles = new Profiles(profile.budget, choices);
        List<DatasetProfile> datasets = new ArrayList<>();
        profile.known.forEach((index, group) -> {
            Plan.DatasetSpec spec = known.get(index);
            TableInfo table = Tables.of(spec, files);
            datasets.add(new DatasetProfile(
                    spec.name(), group.documents, group.files.examples(), spec, index, true,
                    table == null ? profiles.root(group) : profiles.row(group), List.of(), table));
        });
        Set<String> taken = new HashSet<>();
        known.forEach(spec -> taken.add(spec.name().toLowerCase(Locale.ROOT)));
        List<MatchRules.Ruled> rules = new MatchRules(profile.budget).of(profile.clusters());
        Map<Group, String> names = new DatasetNames(taken).of(rules.stream().map(MatchRules.Ruled::group).toList());
        DatasetMatcher given = new DatasetMatcher(known, new KeyTable());
        List<SourceFile> tables = files.stream().filter(file -> file.origin() != null && !given.names(file.table())).toList();
        // After those of tables: what documents are told by may fit rows too, while the name of a table fits no document.
        int order = known.size() + tables.size();
        for (MatchRules.Ruled rule : rules) {
            Group group = rule.group();
            String name = names.getOrDefault(group, "");
            datasets.add(new DatasetProfile(
                    name, group.documents, group.files.examples(), rule.spec(name), order++, false, profiles.root(group), shapes(group), null));
        }
        datasets.forEach(dataset -> taken.add(dataset.name()));
        datasets.addAll(new Tables(profiles, profile, taken).datasets(tables, sources, known.size()));
        datasets.sort(Comparator.comparing(DatasetProfile::name));
        return datasets;
    }

    private static List<DatasetProfile.Shape> shapes(Group group) {
        return group.signatures.stream().sorted().map(signature -> new DatasetProfile.Shape(signature.id(), signature.members())).toList();
    }
}
