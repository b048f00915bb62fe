package org.godwit.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.godwit.connector.spi.DocumentSink;
import org.godwit.connector.spi.SourceFile;
import org.godwit.connector.spi.Unit;
import org.godwit.connector.spi.UnitParser;
import org.godwit.connector.spi.UnitSource;
import org.godwit.model.FileReport;
import org.godwit.model.Problem;
import org.godwit.shred.JsonTape;
import org.godwit.task.TaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderedPipelineTest {
    private static final int UNITS = 500;

    private record Numbered(long sequence) implements Unit {
        @Override
        public long bytes() {
            return 1;
        }
    }

    /** Units without documents: what a worker makes of one is its number. */
    private static final class Numbers implements UnitSource {
        private final AtomicLong next = new AtomicLong();

        @Override
        public @Nullable Unit next() {
            long number = next.getAndIncrement();
            return number < UNITS ? new Numbered(number) : null;
        }

        @Override
        public UnitParser parser() {
            return new UnitParser() {
                @Override
                public void parse(Unit unit, DocumentSink sink) {
                    if (unit.sequence() % 7 == 0) {
                        // Others get ahead of it.
                        LockSupport.parkNanos(100_000);
                    }
                    ((Counting) sink).number = unit.sequence();
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static final class Counting implements OrderedPipeline.Worker<Long> {
        private long number = -1;

        @Override
        public Long finish() {
            return number;
        }

        @Override
        public boolean part(SourceFile file, boolean first, @Nullable String sha256) {
            throw new AssertionError("there are no files");
        }

        @Override
        public void document(SourceFile file, JsonTape tape, long line) {
            throw new AssertionError("there are no documents");
        }

        @Override
        public void problem(SourceFile file, Problem problem) {
            throw new AssertionError("there are no files");
        }

        @Override
        public void partEnd(SourceFile file, FileReport.Status status, String sha256, boolean last) {
            throw new AssertionError("there are no files");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void handsResultsOnInOrderAndDoesAllThatIsLeft(int jobs) {
        List<Long> order = new ArrayList<>();
        Queue<Long> done = new ConcurrentLinkedQueue<>();
        new OrderedPipeline<Long>(new Numbers(), jobs, new TaskContext(), number -> {
            order.add(number);
            return () -> done.add(number);
        }).run(Counting::new);
        assertThat(order).containsExactlyElementsOf(LongStream.range(0, UNITS).boxed().toList());
        assertThat(done).containsExactlyInAnyOrderElementsOf(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void failsIfWhatIsLeftFails(int jobs) {
        OrderedPipeline<Long> pipeline = new OrderedPipeline<>(new Numbers(), jobs, new TaskContext(), number -> () -> {
            if (Objects.equals(number, 40L)) {
                throw new IllegalStateException("unit 40");
            }
        });
        assertThatThrownBy(() -> pipeline.run(Counting::new)).isInstanceOf(IllegalStateException.class).hasMessage("unit 40");
    }
}
