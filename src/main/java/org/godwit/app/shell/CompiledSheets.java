package org.godwit.app.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/** Puts JavaFX's binary form beside each style sheet. The build runs it: a start need not parse them then. */
public final class CompiledSheets {
    private CompiledSheets() {}

    /**
     * @param args the folder of the sheets
     */
    public static void main(String[] args) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            List<Path> sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
            for (Path sheet : sheets) {
                Stylesheet.convertToBinary(sheet.toFile(), new File(sheet.toString().replaceFirst("css$", "bss")));
            }
        }
    }
}
