package org.godwit.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, told from later ones with the same number by when it started.
 *
 * @param startedMillis 0 if the system does not say
 */
record RunningProcess(long pid, long startedMillis) {
    static RunningProcess self() {
        return of(ProcessHandle.current());
    }

    boolean alive() {
        Optional<RunningProcess> now = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(RunningProcess::of);
        return now.isPresent() && (startedMillis == 0 || now.get().startedMillis == startedMillis);
    }

    private static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }
}
