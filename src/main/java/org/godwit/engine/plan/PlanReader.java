package org.godwit.engine.plan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.model.Plan;

/** Reads plans and checks them: form, texts and meaning; all faults are told at once. */
public final class PlanReader {
    private static final int FIRST = 4096;

    private PlanReader() {}

    /**
     * Reads a plan file.
     *
     * @throws GodwitException PLAN_MISSING, SOURCE_UNREADABLE, PLAN_BINARY, PLAN_MALFORMED, PLAN_INVALID
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

    /**
     * Returns a plan with what was found at a fault's place replaced by the valid name nearest to it.
     *
     * @throws IllegalArgumentException if no name is near
     */
    public static Plan mended(Plan plan, PlanFault fault) {
        if (fault.nearest().isEmpty()) {
            throw new IllegalArgumentException(fault.toString());
        }
        Faults faults = new Faults();
        JsonValue json = JsonText.parse(PlanWriter.write(plan).getBytes(StandardCharsets.UTF_8), plan.name(), faults);
        String[] steps = fault.pointer().substring(1).split("/", -1);
        return new PlanBuilder(faults).plan(replaced(json, steps, 0, fault.found().replaceAll("^'|'$", ""), fault.nearest()));
    }

    /** The name is the key at the end of the way, or in the text there. */
    private static JsonValue replaced(JsonValue value, String[] steps, int at, String name, String by) {
        if (at == steps.length) {
            return value instanceof JsonValue.Str text ? new JsonValue.Str(text.text().replace(name, by)) : value;
        }
        String step = steps[at].replace("~1", "/").replace("~0", "~");
        boolean rename = at == steps.length - 1 && step.equals(name);
        if (value instanceof JsonValue.Obj object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((key, member) -> members.put(
                    rename && key.equals(step) ? by : key, key.equals(step) && !rename ? replaced(member, steps, at + 1, name, by) : member));
            return new JsonValue.Obj(members);
        }
        if (value instanceof JsonValue.Arr array) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int position = Integer.parseInt(step);
            elements.set(position, replaced(elements.get(position), steps, at + 1, name, by));
            return new JsonValue.Arr(elements);
        }
        return value;
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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(FIRST);
            // No text has such a letter, and every database has one near its begin; it can be too large to be read as a whole.
            if (new String(in.readNBytes(FIRST), StandardCharsets.ISO_8859_1).indexOf(0) >= 0) {
                throw new GodwitException(ErrorCode.PLAN_BINARY, file);
            }
            in.reset();
            return in.readAllBytes();
        } catch (NoSuchFileException e) {
            throw new GodwitException(e, ErrorCode.PLAN_MISSING, file);
        } catch (IOException e) {
            throw new GodwitException(e, ErrorCode.SOURCE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /** A plan as far as it could be read. */
    private record Draft(Plan plan, List<PlanFault> faults) {}
}
