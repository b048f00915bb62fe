/**
 * The first screen: a place to drop a folder on, what was done lately, and the sample. Start reading at
 * {@link org.godwit.app.home.HomeView}.
 */
@NullMarked
package org.godwit.app.home;

import org.jspecify.annotations.NullMarked;
