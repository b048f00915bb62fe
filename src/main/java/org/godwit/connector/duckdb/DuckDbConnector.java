package org.godwit.connector.duckdb;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableConnector;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.probe.Probe;
import org.godwit.duck.DuckFile;
import org.godwit.duck.ReadOnlyFile;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;

/** DuckDB files, whatever they are named. Another process opens them on trial before this one does. */
public final class DuckDbConnector implements TableConnector {
    static final String TYPE = "duckdb";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean recognises(byte[] first, String name) {
        return DuckFile.begins(first);
    }

    @Override
    public void foresee(Place place) {
        if (place instanceof Place.Files(Path path)) {
            Probe.begin(path, TYPE);
        }
    }

    @Override
    public TableSource open(Place place, List<String> include, TaskContext context) {
        if (!(place instanceof Place.Files(Path path))) {
            throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, place.text());
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, path);
        }
        context.checkCancelled();
        Probe.check(path, TYPE);
        ReadOnlyFile file = opened(path);
        boolean ours = false;
        try {
            DuckDbSource source = new DuckDbSource(file, path, include);
            ours = true;
            return source;
        } finally {
            if (!ours) {
                file.close();
            }
        }
    }

    private static ReadOnlyFile opened(Path path) {
        try {
            return ReadOnlyFile.ofStranger(path);
        } catch (GodwitException e) {
            if (e.code() != ErrorCode.TARGET_UNREADABLE) {
                throw e;
            }
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, path, e.arguments().getLast());
        }
    }
}
