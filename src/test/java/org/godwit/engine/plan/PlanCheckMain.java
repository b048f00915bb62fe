package org.godwit.engine.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.godwit.engine.text.Messages;
import org.godwit.model.GodwitException;

/** Checks plan files from the shell: {@code java … PlanCheckMain [--write] FILE…}; --write prints them as Godwit writes them. */
final class PlanCheckMain {
    private PlanCheckMain() {}

    public static void main(String[] arguments) throws IOException {
        boolean write = arguments.length > 0 && arguments[0].equals("--write");
        int wrong = 0;
        for (String name : List.of(arguments).subList(write ? 1 : 0, arguments.length)) {
            wrong += check(Path.of(name), write);
        }
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static int check(Path file, boolean write) throws IOException {
        String text = Files.readString(file);
        try {
            List<PlanFault> faults = PlanReader.faults(text, file.toString());
            faults.forEach(fault -> System.out.println(fault));
            System.err.println(file + ": " + (faults.isEmpty() ? "fine" : faults.size() + " faults"));
            if (write && faults.isEmpty()) {
                System.out.print(PlanWriter.write(PlanReader.read(text, file.toString())));
            }
            return faults.size();
        } catch (GodwitException e) {
            System.out.println(Messages.withCode(e));
            return 1;
        }
    }
}
