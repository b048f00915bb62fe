package org.godwit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.godwit.model.Condition;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;

final class PlanRoundTripTest {
    @Property(tries = 100)
    void readsWhatItWrote(@ForAll("plans") Plan plan) {
        String text = PlanWriter.write(plan);
        Faults faults = new Faults();
        JsonValue json = JsonText.parse(text.getBytes(StandardCharsets.UTF_8), "plan", faults);
        SchemaRules.plan().check(json, faults);
        Plan read = new PlanBuilder(faults).plan(json);

        assertThat(faults.list()).isEmpty();
        assertThat(read).isEqualTo(plan);
        assertThat(PlanWriter.write(read)).isEqualTo(text);
    }

    @Property(tries = 100)
    void checksAnyPlanWithoutFailing(@ForAll("plans") Plan plan) {
        assertThat(PlanChecker.check(plan)).allSatisfy(fault -> assertThat(fault.toString()).contains("expected").contains("found"));
    }

    @Property
    void readsTheTextOfEveryPath(@ForAll("paths") PathExpr path) {
        assertThat(PathParser.parse(path.text())).isEqualTo(path);
    }

    @Property
    void readsTheTextOfEveryCondition(@ForAll("conditions") Condition condition) {
        assertThat(ConditionParser.parse(ConditionText.of(condition))).isEqualTo(condition);
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Generators.plans();
    }

    @Provide
    Arbitrary<PathExpr> paths() {
        return Arbitraries.oneOf(Generators.values(), Generators.rows());
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Generators.conditions();
    }
}
