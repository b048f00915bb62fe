package org.godwit.connector.sqlite;

import java.util.function.Supplier;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TypeMapping;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;

/**
 * SQLite files as targets. A run is one transaction; a new file is written beside its place and renamed into it.
 *
 * <p>Tables are not STRICT, so that programs with an older SQLite can open the file and columns can say what they hold.
 * Declared types are chosen by what SQLite does to values of columns so declared ({@link Affinity}): whatever it would
 * turn into another number is kept as text.
 */
public final class SqliteTarget implements TargetConnector {
    private final Supplier<Road> road;

    /** Writes by the fastest way that this machine has, looked for when first needed. */
    public SqliteTarget() {
        this.road = Road::best;
    }

    SqliteTarget(Road road) {
        this.road = () -> road;
    }

    @Override
    public String type() {
        return "sqlite";
    }

    @Override
    public TypeMapping mapping(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> TypeMapping.widened(type, "BOOLEAN", "SQLite has no truth values: false is 0 and true is 1");
            case INTEGER -> TypeMapping.exact(type, "INTEGER");
            case BIGINT -> TypeMapping.exact(type, "BIGINT");
            case HUGEINT -> TypeMapping.widened(type, "DECIMAL TEXT(39,0)", "SQLite has no whole numbers beyond 64 bits: the digits are kept as text");
            case DOUBLE -> TypeMapping.widened(
                    type, "DOUBLE",
                    "SQLite has no NaN: it is kept as the text 'NaN'; a column that holds -0.0 is declared without a type, because columns of numbers drop the sign of zero");
            case DECIMAL -> TypeMapping.widened(
                    type, "DECIMAL TEXT(" + type.precision() + "," + type.scale() + ")", "SQLite reckons decimals as binary fractions: the digits are kept as text");
            case VARCHAR -> TypeMapping.exact(type, "TEXT");
            case DATE -> TypeMapping.widened(type, "DATE", "SQLite has no dates: they are kept as text, YYYY-MM-DD");
            case TIMESTAMP -> TypeMapping.widened(
                    type, "TIMESTAMP", "SQLite has no moments: they are kept as text that its own functions read, YYYY-MM-DD HH:MM:SS[.ffffff]");
            case JSON -> TypeMapping.widened(type, "JSON TEXT", "SQLite keeps JSON as text, to the letter");
            case BLOB -> TypeMapping.exact(type, "BLOB");
        };
    }

    @Override
    public boolean appends() {
        return true;
    }

    @Override
    public TargetSession open(Place place, TaskContext context) {
        return switch (place) {
            case Place.Files file -> new SqliteSession(this, TargetFile.open(road.get(), file.path()), context);
            case Place.Server server -> throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, server.text());
        };
    }
}
