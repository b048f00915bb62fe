package org.godwit.app.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.godwit.connector.json.JsonConnector;
import org.godwit.engine.LocalWorkbench;
import org.godwit.engine.Workbench;
import org.godwit.model.Inspection;
import org.godwit.store.Workspace;
import org.godwit.task.TaskContext;

/** A few documents and what the real engine makes of them. */
record Mapped(Path folder, Workbench workbench, Inspection inspection, Workbench.Proposal proposal) {
    static Mapped in(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("results"));
        for (int i = 0; i < 4; i++) {
            Files.writeString(data.resolve("r" + i + ".json"), document(i));
        }
        Workbench workbench = new LocalWorkbench(new JsonConnector(), new Workspace(folder.resolve("home")));
        Inspection inspection = workbench.inspect(List.of(data.toString()), new TaskContext());
        String target = folder.resolve("out.duckdb").toString();
        return new Mapped(folder, workbench, inspection, workbench.propose(inspection, target, Optional.empty()));
    }

    private static String document(int i) {
        return "{\"model\": \"bert-" + i + "\", \"latency\": " + (10 + i * 1.5) + ", \"steps\": [{\"ms\": " + i + ", \"ok\": true}, {\"ms\": 7, \"ok\": false}],"
                + " \"config\": {\"precision\": \"fp16\", \"batch\": " + (1 << i) + "}}";
    }

    /** The table of the documents. */
    String table() {
        return proposal.plan().tables().getFirst().name();
    }

    /** The table of their steps. */
    String steps() {
        return proposal.plan().tables().get(1).name();
    }
}
