/**
 * The way from a source to a result in steps: Source, Data, Mapping, Review, Run, Result. One model with what was found,
 * decided and done; one file for each step, listed in {@link org.godwit.app.wizard.MigrationWizard}. Start reading at
 * {@link org.godwit.app.wizard.WizardModel}.
 */
@NullMarked
package org.godwit.app.wizard;

import org.jspecify.annotations.NullMarked;
