package org.godwit.engine.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.godwit.connector.Connectors;
import org.godwit.connector.spi.TargetConnector;
import org.godwit.connector.spi.TargetSession;
import org.godwit.engine.LocalWorkbench;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Options.Strategy;
import org.godwit.model.Plan;
import org.godwit.model.RunOptions;
import org.godwit.model.RunResult;
import org.godwit.shred.RowBatch;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target gives back is compared with what was sent, unless that is left to a later verification. */
final class ReadBackTest {
    private static final RunOptions CHECKED = new RunOptions(false, 1, true, Strategy.BALANCED);
    private static final RunOptions UNCHECKED = new RunOptions(false, 1, false, Strategy.BALANCED);

    @TempDir
    private Path folder;

    private final AtomicInteger scans = new AtomicInteger();
    private boolean lies;
    private LocalWorkbench workbench;
    private Plan plan;

    @BeforeEach
    void open() throws IOException {
        Connectors real = Connectors.all(connection -> new char[0]);
        List<TargetConnector> targets = real.targets().stream().map(this::watched).toList();
        workbench = new LocalWorkbench(real.source(), targets, new Workspace(folder.resolve("home")));
        Path source = Files.writeString(folder.resolve("in.ndjson"), "{\"id\": 1, \"name\": \"one\"}\n{\"id\": 2, \"name\": \"two\"}\n");
        plan = workbench.inspectAndPropose(List.of(source.toString()), folder.resolve("out.sqlite").toString(), Optional.empty(), new TaskContext()).plan();
    }

    /** The same connector; its sessions are counted when they are read, and change texts if they are to lie. */
    private TargetConnector watched(TargetConnector connector) {
        return proxy(TargetConnector.class, (method, arguments) -> {
            Object result = call(connector, method, arguments);
            return result instanceof TargetSession session ? watched(session) : result;
        });
    }

    private TargetSession watched(TargetSession session) {
        return proxy(TargetSession.class, (method, arguments) -> {
            if (method.getName().equals("scan")) {
                scans.incrementAndGet();
                @SuppressWarnings("unchecked")
                Consumer<RowBatch> chunks = (Consumer<RowBatch>) arguments[2];
                Consumer<RowBatch> changing = batch -> chunks.accept(lies && batch.names().contains("name") ? changed(batch) : batch);
                return call(session, method, arguments[0], arguments[1], changing);
            }
            return call(session, method, arguments);
        });
    }

    private static RowBatch changed(RowBatch batch) {
        RowBatch other = batch.copy();
        int name = batch.names().indexOf("name");
        for (int row = 0; row < batch.rows(); row++) {
            other.column(name).setObject(row, "?");
        }
        return other;
    }

    /** What is done in the stead of a method. */
    @FunctionalInterface
    private interface Answer {
        Object to(Method method, Object... arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void refusesATargetThatGivesBackOtherValues() {
        lies = true;
        assertThatThrownBy(() -> workbench.run(plan, folder, CHECKED, new TaskContext()))
                .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VERIFICATION_FAILED))
                .hasMessageContaining("column name came back with other values");
        assertThat(folder.resolve("out.sqlite")).doesNotExist();
    }

    @Test
    void leavesReadingBackToALaterVerification() {
        lies = true;
        RunResult run = workbench.run(plan, folder, UNCHECKED, new TaskContext());
        assertThat(run.outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        assertThat(run.verification().performed()).isFalse();
        assertThat(scans).hasValue(0);

        assertThat(workbench.verify(plan, folder, new TaskContext()).passed()).isFalse();
        lies = false;
        assertThat(workbench.verify(plan, folder, new TaskContext()).passed()).isTrue();
    }
}
