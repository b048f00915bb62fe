package org.godwit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.godwit.engine.text.Messages;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlanCheckerTest {
    @Test
    void findsNothingInAGoodPlan() {
        assertThat(PlanReader.faults(BrokenPlan.good(), "good")).isEmpty();
        assertThat(PlanChecker.check(PlanReader.read(BrokenPlan.good(), "good"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesThePlaceAndTheNearestName(BrokenPlan broken) {
        List<PlanFault> faults = PlanReader.faults(broken.text(), "broken");

        assertThat(faults).as("%s", faults).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(broken.pointer());
            assertThat(fault.nearest()).isEqualTo(broken.nearest());
            assertThat(fault.expected()).isNotEmpty();
            assertThat(fault.found()).isNotEmpty();
        });
    }

    static Stream<BrokenPlan> broken() {
        return Stream.concat(BrokenPlan.forms().stream(), BrokenPlan.meanings().stream());
    }

    @Test
    void listsAllFaultsAtOnce() {
        String text = BrokenPlan.good()
                .replace("\"duplicates\"", "\"duplicate\"")
                .replace("\"key(size)\"", "\"key(\"")
                .replace("\"ref\": \"models\"", "\"ref\": \"model\"");

        assertThatExceptionOfType(GodwitException.class)
                .isThrownBy(() -> PlanReader.read(text, "my.plan.json"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAN_INVALID))
                .satisfies(e -> assertThat(Messages.of(e)).isEqualTo("""
                        my.plan.json is no valid plan. Nothing was changed. What is wrong:
                        /options/duplicate: expected one of the keys onReject, duplicates, lineage, carry, strategy; found 'duplicate'; did you mean 'duplicates'?
                        /tables/1/feeds/0/set/size: expected the name of a level: letters, digits and _, not starting with a digit at character 5; found 'key('
                        /tables/1/feeds/0/set/model_id/ref: expected the name of a table that has a key (models); found 'model'; did you mean 'models'?
                        Mend these places and try again."""));
    }

    @Test
    void namesLineAndColumnOfBadJson() {
        assertThatExceptionOfType(GodwitException.class)
                .isThrownBy(() -> PlanReader.read("{ \"version\": 1,\n  \"name\" \"x\" }", "p"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAN_MALFORMED))
                .satisfies(e -> assertThat(e.arguments().subList(0, 3)).containsExactly("p", 2, 10));
    }

    @Test
    void refusesEmptyAndTrailingText() {
        for (String text : List.of("", "  \n", "{} {}", "[1,", "{\"a\":1}}", "\u0000")) {
            assertThatExceptionOfType(GodwitException.class)
                    .isThrownBy(() -> PlanReader.read(text, "p"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAN_MALFORMED));
        }
    }

    @Test
    void findsKeysThatStandTwice() {
        assertThat(PlanReader.faults(BrokenPlan.good().replace("\"name\": \"good\"", "\"name\": \"good\", \"name\": \"bad\""), "p"))
                .extracting(PlanFault::pointer).contains("/name");
    }

    @Test
    void findsWhatIsNoPlanAtAll() {
        for (String text : List.of("[]", "1", "null", "\"plan\"", "{}", "{\"version\":1,\"name\":1,\"datasets\":1,\"tables\":{}}")) {
            assertThat(PlanReader.faults(text, "p")).as(text).isNotEmpty();
        }
    }

    @Test
    void findsTablesThatNeedEachOther() {
        String text = """
                { "version": 1, "name": "circle", "datasets": [ { "name": "d" } ], "tables": [
                  { "name": "a", "key": ["k"], "columns": [ { "name": "id", "type": "BIGINT", "generate": "id" },
                      { "name": "k", "type": "VARCHAR" }, { "name": "b", "type": "BIGINT" } ],
                    "feeds": [ { "dataset": "d", "rows": "$", "set": { "k": "$.k", "b": { "ref": "b", "on": { "k": "$.k" } } } } ] },
                  { "name": "b", "key": ["k"], "columns": [ { "name": "id", "type": "BIGINT", "generate": "id" },
                      { "name": "k", "type": "VARCHAR" }, { "name": "a", "type": "BIGINT" } ],
                    "feeds": [ { "dataset": "d", "rows": "$", "set": { "k": "$.k", "a": { "ref": "a", "on": { "k": "$.k" } } } } ] } ] }
                """;
        assertThat(PlanReader.faults(text, "p")).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/tables/1/feeds/0/set/a");
            assertThat(fault.found()).isEqualTo("a -> b -> a");
        });
    }

    @Test
    void letsSecretsOfTheEnvironmentPass() {
        String text = BrokenPlan.good().replace("\"path\": \"results\"", "\"path\": \"jdbc:x://h/d?password=${env:DB_PASSWORD}\"");

        assertThat(PlanReader.faults(text, "p")).isEmpty();
    }
}
