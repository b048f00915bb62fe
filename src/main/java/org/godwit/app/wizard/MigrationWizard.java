package org.godwit.app.wizard;

import java.util.List;

/** The steps of a migration. To add one, write its file and a line here. */
final class MigrationWizard {
    static final List<WizardStep> STEPS =
            List.of(SourceStep.STEP, DataStep.STEP, MappingStep.STEP, ReviewStep.STEP, RunStep.STEP, ResultStep.STEP);

    private MigrationWizard() {}

    /** Returns the position of a step. */
    static int index(String id) {
        for (int i = 0; i < STEPS.size(); i++) {
            if (STEPS.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such step: " + id);
    }
}
