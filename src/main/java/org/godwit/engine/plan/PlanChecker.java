package org.godwit.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.godwit.engine.text.Messages;
import org.godwit.model.CsvOptions;
import org.godwit.model.GodwitException;
import org.godwit.model.PathExpr;
import org.godwit.model.Plan;
import org.godwit.model.TableSpec;

/** Checks that a plan means something: names that exist, types that fit, rows that are reached. */
public final class PlanChecker {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:[^}]*}");
    private static final Pattern SECRET =
            Pattern.compile("(?i)[?&;](password|passwd|pwd|token|secret)=(?!$|[&;])|://[^/@:]*:[^/@]+@");
    private static final Pattern SELECT = Pattern.compile("(?is)\\s*(select|with|from|values)\\b.*");

    private final Plan plan;
    private final Faults faults = new Faults();

    private PlanChecker(Plan plan) {
        this.plan = plan;
    }

    /** Returns all that is wrong with a plan, however it was made; empty if nothing is. */
    public static List<PlanFault> check(Plan plan) {
        return PlanReader.faults(PlanWriter.write(plan), plan.name());
    }

    /**
     * Checks a plan.
     *
     * @throws GodwitException PLAN_INVALID with all faults
     */
    public static void require(Plan plan) {
        List<PlanFault> found = check(plan);
        if (!found.isEmpty()) {
            throw PlanReader.invalid(plan.name(), found);
        }
    }

    /** Returns what is wrong with the meaning of a plan whose form is right. */
    static List<PlanFault> meaning(Plan plan) {
        PlanChecker checker = new PlanChecker(plan);
        checker.locations();
        checker.datasets();
        checker.names();
        for (int i = 0; i < plan.tables().size(); i++) {
            new TableCheck(plan, plan.tables().get(i), Pointer.ROOT.to("tables").to(i), checker.faults).check();
        }
        new CycleCheck(plan, checker.faults).check();
        return checker.faults.list();
    }

    private void locations() {
        if (plan.target() == null && !plan.sources().isEmpty()) {
            faults.add(Pointer.ROOT, Messages.get("plan.target.missing"), Messages.get("plan.none"));
        }
        if (plan.target() != null && plan.sources().isEmpty()) {
            faults.add(Pointer.ROOT, Messages.get("plan.sources.missing"), Messages.get("plan.none"));
        }
        Pointer sources = Pointer.ROOT.to("sources");
        for (int i = 0; i < plan.sources().size(); i++) {
            Plan.Source source = plan.sources().get(i);
            noSecret(source.path(), sources.to(i).to("path"));
            // What a place is says the file of profiles.
            if (!source.options().equals(CsvOptions.AS_FOUND) && !List.of(CsvOptions.TYPE, Plan.PLACE).contains(source.type())) {
                faults.add(sources.to(i).to("options"), Messages.get("plan.options.type"), "'" + source.type() + "'");
            }
        }
        Plan.Target target = plan.target();
        if (target != null) {
            noSecret(target.path(), Pointer.ROOT.to("target").to("path"));
        }
    }

    private void noSecret(String location, Pointer at) {
        if (SECRET.matcher(ENVIRONMENT.matcher(location).replaceAll("")).find()) {
            faults.add(at, Messages.get("plan.secret"), Messages.get("plan.secret.location"));
        }
    }

    private void datasets() {
        List<String> sources = plan.sources().stream().map(Plan.Source::name).toList();
        for (int i = 0; i < plan.datasets().size(); i++) {
            Plan.DatasetSpec dataset = plan.datasets().get(i);
            Pointer at = Pointer.ROOT.to("datasets").to(i);
            if (!dataset.source().isEmpty() && !sources.contains(dataset.source())) {
                faults.addName(at.to("source"), "plan.source.name", dataset.source(), sources);
            }
            matchPaths(dataset, at.to("match"));
            for (Plan.DatasetSpec earlier : plan.datasets().subList(0, i)) {
                if (takesAllOf(earlier, dataset)) {
                    faults.add(at, Messages.get("plan.dataset.reached"),
                            Messages.get("plan.dataset.hidden", earlier.name(), dataset.name()));
                    break;
                }
            }
        }
    }

    private void matchPaths(Plan.DatasetSpec dataset, Pointer at) {
        for (int i = 0; i < dataset.has().size(); i++) {
            matchPath(dataset.has().get(i), at.to("has").to(i));
        }
        for (int i = 0; i < dataset.lacks().size(); i++) {
            PathExpr path = dataset.lacks().get(i);
            matchPath(path, at.to("lacks").to(i));
            if (dataset.has().contains(path) || dataset.types().containsKey(path)) {
                faults.add(at.to("lacks").to(i), Messages.get("plan.match.contradiction"), path.text());
            }
        }
        dataset.types().keySet().forEach(path -> matchPath(path, at.to("types").to(path.text())));
    }

    private void matchPath(PathExpr path, Pointer at) {
        boolean named = !Levels.of(path).names().isEmpty();
        if (path.root() != PathExpr.Root.DOCUMENT || named) {
            faults.add(at, Messages.get("plan.match.path"), path.text());
        }
    }

    /** Whether every document that the later dataset could take is taken by the earlier one before. */
    private static boolean takesAllOf(Plan.DatasetSpec earlier, Plan.DatasetSpec later) {
        boolean sameSource = earlier.source().isEmpty() || earlier.source().equals(later.source());
        boolean sameTable = earlier.table().isEmpty() || earlier.table().equals(later.table());
        return sameSource
                && sameTable
                && earlier.has().stream().allMatch(path -> later.has().contains(path) || later.types().containsKey(path))
                && later.lacks().containsAll(earlier.lacks())
                && later.types().entrySet().containsAll(earlier.types().entrySet());
    }

    private void names() {
        unique(plan.sources().stream().map(Plan.Source::name).toList(), "sources", new HashMap<>());
        unique(plan.datasets().stream().map(Plan.DatasetSpec::name).toList(), "datasets", new HashMap<>());
        List<String> tables = plan.tables().stream().map(TableSpec::name).toList();
        List<String> views = plan.views().stream().map(Plan.View::name).toList();
        Map<String, String> relations = new HashMap<>();
        unique(tables, "tables", relations);
        unique(views, "views", relations);
        free(tables, "tables");
        free(views, "views");
        for (int i = 0; i < plan.views().size(); i++) {
            String sql = plan.views().get(i).sql();
            if (!SELECT.matcher(sql).matches()) {
                faults.add(Pointer.ROOT.to("views").to(i).to("sql"), Messages.get("plan.view.select"), "'" + sql + "'");
            }
        }
    }

    private void unique(List<String> names, String part, Map<String, String> seen) {
        for (int i = 0; i < names.size(); i++) {
            String before = seen.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT), names.get(i));
            if (before != null) {
                faults.add(Pointer.ROOT.to(part).to(i).to("name"), Messages.get("plan.unique"), "'" + names.get(i) + "'");
            }
        }
    }

    private void free(List<String> names, String part) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.toLowerCase(Locale.ROOT).startsWith(Reserved.PREFIX)) {
                Pointer at = Pointer.ROOT.to(part).to(i).to("name");
                faults.add(at, Messages.get("plan.reserved", Reserved.names()), "'" + name + "'");
            }
        }
    }
}
