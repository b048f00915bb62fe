package org.godwit.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.SourceFile;
import org.godwit.model.ErrorCode;
import org.godwit.model.FileReport;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;
import org.godwit.task.TaskContext;

/** What is at the sources of a plan. */
record ListedSources(List<Listed> all) {
    ListedSources {
        all = List.copyOf(all);
    }

    /**
     * One source, listed.
     *
     * @param files numbered and named among those of all sources
     */
    record Listed(Plan.Source source, List<SourceFile> files, List<FileReport> others) {
        Listed {
            files = List.copyOf(files);
            others = List.copyOf(others);
        }
    }

    /**
     * Lists the sources.
     *
     * @param base where relative paths of the plan start
     * @throws GodwitException SOURCE_EMPTY if none has a file
     */
    static ListedSources of(Plan plan, Path base, DocumentConnector connector, TaskContext context) {
        List<Listed> sources = new ArrayList<>();
        int number = 0;
        for (Plan.Source source : plan.sources()) {
            Listing listing = connector.list(source, base, context);
            List<SourceFile> files = new ArrayList<>();
            for (SourceFile file : listing.files()) {
                files.add(file.as(number++, plan.prefix(source) + file.name()));
            }
            sources.add(new Listed(source, files, listing.others()));
        }
        if (number == 0) {
            throw empty(plan);
        }
        return new ListedSources(sources);
    }

    static GodwitException empty(Plan plan) {
        return new GodwitException(ErrorCode.SOURCE_EMPTY, String.join(", ", plan.sources().stream().map(Plan.Source::path).toList()));
    }

    List<SourceFile> files() {
        return all.stream().flatMap(source -> source.files.stream()).toList();
    }

    long bytes() {
        return files().stream().mapToLong(SourceFile::bytes).sum();
    }

    /** Returns what could not even be opened. */
    List<FileReport> unreadable() {
        return all.stream().flatMap(source -> source.others.stream()).filter(o -> o.status() == FileReport.Status.UNREADABLE).toList();
    }
}
