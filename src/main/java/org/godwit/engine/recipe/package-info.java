/**
 * Recipes: plans without sources and target, shipped in {@code recipes/} or kept in any file.
 * Start at {@link org.godwit.engine.recipe.Recipes}. Uses the plan language, nothing else of the engine.
 */
@NullMarked
package org.godwit.engine.recipe;

import org.jspecify.annotations.NullMarked;
