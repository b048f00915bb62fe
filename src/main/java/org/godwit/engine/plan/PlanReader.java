package org.godwit.engine.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;

/** Reads plans and checks them: form, texts and meaning; all faults are told at once. */
public final class PlanReader {
    private PlanReader() {}

    /**
     * Reads a plan file.
     *
     * @throws GodwitException PLAN_MISSING, SOURCE_UNREADABLE, PLAN_MALFORMED, PLAN_INVALID
     */
    public static Plan read(Path file) {
        return read(bytes(file), file.toString());
    }

    /**
     * Reads a plan.
     *
     * @param name what messages call it
     * @throws GodwitException PLAN_MALFORMED, PLAN_INVALID
     */
    public static Plan read(String text, String name) {
        return read(text.getBytes(StandardCharsets.UTF_8), name);
    }

    static Plan read(byte[] bytes, String name) {
        Draft draft = draft(bytes, name);
        if (!draft.faults().isEmpty()) {
            throw invalid(name, draft.faults());
        }
        return draft.plan();
    }

    /**
     * Returns what is wrong in a plan; empty if nothing is.
     *
     * @throws GodwitException PLAN_MALFORMED if it is no JSON at all
     */
    public static List<PlanFault> faults(String text, String name) {
        return draft(text.getBytes(StandardCharsets.UTF_8), name).faults();
    }

    /** Returns the error that lists these faults. */
    static GodwitException invalid(String name, List<PlanFault> faults) {
        String lines = faults.stream().map(PlanFault::toString).collect(Collectors.joining("\n"));
        return new GodwitException(ErrorCode.PLAN_INVALID, name, lines);
    }

    private static Draft draft(byte[] bytes, String name) {
        Faults faults = new Faults();
        JsonValue json = JsonText.parse(bytes, name, faults);
        SchemaRules.plan().check(json, faults);
        PlanBuilder builder = new PlanBuilder(faults);
        Plan plan = builder.plan(json);
        if (builder.isComplete()) {
            List<PlanFault> earlier = faults.list();
            // Where the form is wrong already, the meaning is a guess.
            faults.addAll(PlanChecker.meaning(plan).stream()
                    .filter(fault -> earlier.stream().noneMatch(e -> Pointer.related(e.pointer(), fault.pointer())))
                    .toList());
        }
        return new Draft(plan, faults.list());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new GodwitException(e, ErrorCode.PLAN_MISSING, file);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /** A plan as far as it could be read. */
    private record Draft(Plan plan, List<PlanFault> faults) {}
}
