package org.godwit.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.Test;

final class TaskServiceTest {
    private final TaskService tasks = new TaskService();

    @Test
    void succeedsWithTheValueOfTheWork() {
        assertThat(told(tasks.start("count", context -> 42).await())).isEqualTo("done 42");
    }

    @Test
    void failsWithTheErrorThatTheWorkNamed() {
        TaskHandle<Integer> handle = tasks.start("read", context -> {
            throw new GodwitException(ErrorCode.SOURCE_MISSING, "a.json");
        });
        assertThat(told(handle.await())).isEqualTo("failed GW-1102");
    }

    @Test
    void reportsAnUnforeseenErrorAsInternalWithItsReason() {
        TaskHandle<Integer> handle = tasks.start("read", context -> {
            throw new IllegalStateException("no such state");
        });
        assertThat(handle.await()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.error().code()).isEqualTo(ErrorCode.INTERNAL);
            assertThat(failed.error().arguments().getFirst()).isEqualTo("read");
            assertThat(failed.error()).hasRootCauseMessage("no such state");
        });
    }

    @Test
    void endsAsCancelledWhenTheWorkObeys() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        TaskHandle<Integer> handle = tasks.start("wait", context -> {
            started.countDown();
            while (true) {
                context.checkCancelled();
                Thread.onSpinWait();
            }
        });
        started.await();
        assertThat(tasks.running()).contains(handle);
        tasks.close();
        assertThat(told(handle.await())).isEqualTo("cancelled");
    }

    @Test
    void tellsAnObserverThatComesLate() {
        TaskHandle<String> handle = tasks.start("say", context -> "x");
        handle.await();
        StringBuilder seen = new StringBuilder();
        handle.whenDone(Runnable::run, outcome -> seen.append(told(outcome)));
        assertThat(seen).hasToString("done x");
    }

    private static String told(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Succeeded<?>(Object value) -> "done " + value;
            case Outcome.Failed<?>(GodwitException error) -> "failed " + error.code().id();
            case Outcome.Cancelled<?>() -> "cancelled";
        };
    }
}
