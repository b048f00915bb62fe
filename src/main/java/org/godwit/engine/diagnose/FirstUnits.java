package org.godwit.engine.diagnose;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.godwit.connector.spi.DocumentConnector;
import org.godwit.connector.spi.Listing;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.Plan;
import org.godwit.shred.KeyTable;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * A connector that stops after the first units of a source.
 *
 * @param stopped set when there was more
 */
record FirstUnits(DocumentConnector whole, int units, AtomicBoolean stopped) implements DocumentConnector {
    FirstUnits(DocumentConnector whole, int units) {
        this(whole, units, new AtomicBoolean());
    }

    @Override
    public String type() {
        return whole.type();
    }

    @Override
    public Listing list(Path location, List<String> include, TaskContext context) {
        return whole.list(location, include, context);
    }

    @Override
    public Listing list(Plan.Source source, Path base, TaskContext context) {
        return whole.list(source, base, context);
    }

    @Override
    public Plan.Source source(String name, String location) {
        return whole.source(name, location);
    }

    @Override
    public UnitSource open(List<SourceFile> files, KeyTable keys, TaskContext context) {
        UnitSource source = whole.open(files, keys, context);
        AtomicInteger left = new AtomicInteger(units);
        return new UnitSource() {
            @Override
            public @Nullable Unit next() {
                if (left.getAndDecrement() > 0) {
                    return source.next();
                }
                stopped.set(true);
                return null;
            }

            @Override
            public UnitParser parser() {
                return source.parser();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
