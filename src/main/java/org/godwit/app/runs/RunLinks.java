package org.godwit.app.runs;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.godwit.app.result.ResultLinks;
import org.godwit.model.Plan;

/**
 * Where a run leads to.
 *
 * @param again carries a plan out once more, given the folder where its relative paths start
 * @param plans the folder for plans that commands refer to; it is made when needed
 * @param ways where its result leads to
 */
public record RunLinks(BiConsumer<Plan, Path> again, Path plans, ResultLinks ways) {}
