package org.godwit.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.godwit.connector.Rows;
import org.godwit.connector.TargetContract;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.TableSource;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.connector.spi.TargetTable;
import org.godwit.model.DataType;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvTargetTest extends TargetContract {
    private static final TargetTable TABLE = TargetTable.plain("a table", List.of("n", "text"), List.of(DataType.BIGINT, DataType.VARCHAR));

    @TempDir
    private Path folder;

    @Override
    protected TargetConnector connector() {
        return new CsvTarget();
    }

    @Override
    protected Place place() {
        return new Place.Files(folder.resolve("out"));
    }

    @Override
    protected boolean keepsKeys() {
        return false;
    }

    @Override
    protected boolean keepsReferences() {
        return false;
    }

    @Override
    protected boolean keepsViews() {
        return false;
    }

    @Override
    protected boolean keepsRequired() {
        return false;
    }

    private TargetSession session() {
        return connector().open(place(), new TaskContext());
    }

    private void write(TargetTable table) {
        try (TargetSession session = session()) {
            session.create(table);
            session.write(table, rows(table, List.of(List.of(1L, "007"), List.of(2L, ""))));
            session.finish(List.of(table), List.of());
            session.commit();
        }
    }

    private List<String> names(Path path) throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void leavesNothingBesideTheFiles() throws IOException {
        write(TABLE);
        assertThat(names(folder.resolve("out"))).containsExactlyInAnyOrder("a table.csv", "_godwit_types.json");
        write(TargetTable.plain("another", TABLE.names(), TABLE.types()));
        assertThat(names(folder.resolve("out"))).containsExactlyInAnyOrder("another.csv", "_godwit_types.json");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void refusesAFolderThatHoldsWhatOthersWrote() throws IOException {
        write(TABLE);
        Files.writeString(folder.resolve("out/notes.txt"), "mine");
        assertThatThrownBy(this::session).isInstanceOfSatisfying(GodwitException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TARGET_UNWRITABLE);
            assertThat(e.arguments().get(1).toString()).contains("notes.txt");
        });
        assertThat(names(folder.resolve("out"))).contains("notes.txt", "a table.csv");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void oneRunAtATimeWritesAFolder() {
        try (TargetSession first = session()) {
            assertThat(first.tables()).isEmpty();
            assertThatThrownBy(this::session).isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_LOCKED));
        }
    }

    @Test
    void putsTheOldFolderBackAfterACrashBetweenTheRenames() throws IOException {
        write(TABLE);
        Files.move(folder.resolve("out"), folder.resolve(".out.godwit-old"));
        Files.createDirectories(folder.resolve(".out.godwit-new-dead"));
        try (TargetSession session = session()) {
            assertThat(session.tables()).containsOnlyKeys("a table");
        }
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void whatWasWrittenIsASourceOfTheSameTables() {
        write(TABLE);
        try (TableSource source = new CsvConnector().open(place(), List.of(), new TaskContext())) {
            assertThat(Rows.of(source, "a table", 10).all()).containsExactly(List.of("integer 1", "text 007"), List.of("integer 2", "text "));
        }
    }

    @Test
    void tablesMayHaveNamesThatFilesCannot() throws IOException {
        List<String> names = List.of("a/b", "..", "CON", "A", "a", "x\u0000y", "\u00e4".repeat(150));
        try (TargetSession session = session()) {
            for (String name : names) {
                TargetTable table = TargetTable.plain(name, TABLE.names(), TABLE.types());
                session.create(table);
                session.write(table, rows(table, List.of(List.of(1L, name))));
            }
            session.commit();
        }
        assertThat(names(folder.resolve("out"))).hasSize(names.size() + 1);
        try (TargetSession session = session()) {
            assertThat(session.tables()).containsOnlyKeys(names);
            for (String name : names) {
                assertThat(read(session, TargetTable.plain(name, TABLE.names(), TABLE.types()), null)).containsExactly(List.of(1L, name));
            }
        }
    }
}
