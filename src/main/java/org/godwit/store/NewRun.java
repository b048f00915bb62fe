package org.godwit.store;

import java.nio.file.Path;

/**
 * What is known of a run before it begins.
 *
 * @param plan the plan as JSON
 * @param base the folder where relative paths of the plan start
 * @param target as the plan names it, or absolute
 */
public record NewRun(String planName, String plan, Path base, String target) {}
