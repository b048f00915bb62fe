package org.godwit.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.Stylesheet;

/**
 * Makes one sheet of all sheets of a theme, in JavaFX's binary form. The build runs it: a start need not parse them then, and
 * looks for the style of each control in one place.
 */
public final class CompiledSheets {
    private CompiledSheets() {}

    /**
     * @param args the folder of the resources
     */
    public static void main(String[] args) throws IOException {
        Path resources = Path.of(args[0]);
        for (String theme : List.of("light", "dark")) {
            StringBuilder all = new StringBuilder();
            for (String sheet : Themes.sheets(theme)) {
                all.append(Files.readString(place(resources, sheet))).append('\n');
            }
            Path compiled = place(resources, Themes.COMPILED.formatted(theme));
            Path whole = compiled.resolveSibling(theme + ".all");
            Files.writeString(whole, all, StandardCharsets.UTF_8);
            Stylesheet.convertToBinary(whole.toFile(), compiled.toFile());
            Files.delete(whole);
        }
    }

    private static Path place(Path resources, String name) {
        return resources.resolve(name.substring(1));
    }
}
