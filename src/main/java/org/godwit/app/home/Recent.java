package org.godwit.app.home;

import java.nio.file.Path;
import org.godwit.model.RunSummary;

/** Something that was done lately and can be gone on with. */
public sealed interface Recent {
    /** A plan that was opened or saved. */
    record RecentPlan(Path file) implements Recent {}

    /** A folder or file that was read. */
    record RecentPlace(Path place) implements Recent {}

    /** The latest run into one database. */
    record RecentDatabase(RunSummary run) implements Recent {}
}
